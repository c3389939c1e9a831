<?php

class Order
{
    public function __construct(private string $number, private ?DateTimeImmutable $shipped)
    {
    }

    public function status(): string
    {
        return "$this->number was shipped on " . $this->shipped->format('j F');
    }
}
