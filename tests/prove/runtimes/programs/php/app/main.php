<?php

function customer(int $id): ?DateTime
{
    return $id === 1 ? new DateTime('2026-01-15') : null;
}

echo customer(2)->format('Y');
