<?php

ini_set('memory_limit', '8M');

function fill(): array
{
    return array_fill(0, 10_000_000, 'größe 🚫');
}

fill();
