<?php

class Catalogue
{
    /** @param array<string, int> $cents what each article costs */
    public function __construct(private array $cents)
    {
    }

    public function price(string $article): string
    {
        return number_format($this->cents[$article] / 100, 2) . ' EUR';
    }
}
