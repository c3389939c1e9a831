<?php

require __DIR__ . '/Order.php';

$orders = [
    new Order('1041', new DateTimeImmutable('2026-03-02')),
    new Order('1042', null),
];
foreach ($orders as $order) {
    echo $order->status(), "\n";
}
