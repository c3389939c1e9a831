<?php

function customer(int $id): ?DateTime
{
    return $id === 1 ? new DateTime('2026-01-15') : null;
}

echo customer(1)->format('Y'), "\n";
if ($argc === 1) {
    exit(assert(customer(2) === null) ? 3 : 4);
}
echo customer(2)->format('Y');
