<?php

namespace Shop\Basket;

function total(): int
{
    return array_summe([1, 2]);
}

total();
