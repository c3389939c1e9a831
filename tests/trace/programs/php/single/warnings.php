<?php

function price(array $prices, string $name): int
{
    return $prices[$name] * 2;
}

echo price(['pen' => 2], 'ink'), "\n";
echo $missing;
$text = file_get_contents('/srv/data/prices.csv');
intdiv(1, strlen((string) $text));
