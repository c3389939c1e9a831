<?php

final class Orders
{
    private PDO $connection;

    public function __construct(string $dsn)
    {
        $this->connection = new PDO($dsn);
    }
}

new Orders('mysql:host=127.0.0.1;port=1');
