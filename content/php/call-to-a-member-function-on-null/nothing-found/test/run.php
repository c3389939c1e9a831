<?php

require __DIR__ . '/../Customers.php';

$customers = new Customers([7 => new Customer('Ada Brook')]);

assert($customers->greeting(7) === 'Dear Ada,');
assert($customers->greeting(9) === 'Hello,');
echo "2 passed\n";
