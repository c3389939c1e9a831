<?php

require __DIR__ . '/../Order.php';

$shipped = new Order('7', new DateTimeImmutable('2026-05-04'));
$waiting = new Order('8', null);

assert($shipped->status() === '7 was shipped on 4 May');
assert($waiting->status() === '8 is being packed');
echo "2 passed\n";
