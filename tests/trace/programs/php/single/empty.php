<?php

class OutOfStock extends DomainException
{
}

$reserve = function (int $count) {
    if ($count > 1) {
        throw new OutOfStock();
    }
};
$reserve(3);
