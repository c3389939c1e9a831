<?php

class Clock
{
    public function __construct(private string $day)
    {
    }

    public function today(): string
    {
        return date('j F Y', strtotime($this->day));
    }
}
