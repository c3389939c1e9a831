<?php

class Customer
{
    public function __construct(private string $name)
    {
    }

    public function firstName(): string
    {
        return explode(' ', $this->name)[0];
    }
}

class Customers
{
    /** @param array<int, Customer> $byId */
    public function __construct(private array $byId)
    {
    }

    public function find(int $id): ?Customer
    {
        return $this->byId[$id] ?? null;
    }

    /** The first line of a mail. */
    public function greeting(int $id): string
    {
        return 'Dear ' . $this->find($id)->firstName() . ',';
    }
}
