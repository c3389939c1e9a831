<?php

declare(strict_types=1);

function half(int $value): float
{
    return $value / 2;
}

echo half('3');
