<?php

class Order
{
    public function __construct(private string $number, private ?DateTimeImmutable $shipped)
    {
    }

    public function status(): string
    {
        if ($this->shipped === null) {
            return "$this->number is being packed";
        }
        return "$this->number was shipped on " . $this->shipped->format('j F');
    }
}
