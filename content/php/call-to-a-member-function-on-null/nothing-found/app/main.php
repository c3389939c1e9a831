<?php

require __DIR__ . '/Customers.php';

$customers = new Customers([7 => new Customer('Ada Brook'), 8 => new Customer('Omar Reyes')]);
foreach ([7, 9] as $id) {
    echo $customers->greeting($id), "\n";
}
