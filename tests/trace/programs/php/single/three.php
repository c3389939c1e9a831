<?php

function query(): void
{
    throw new LogicException('column "prize" does not exist', 42);
}

function repository(): void
{
    try {
        query();
    } catch (LogicException $problem) {
        throw new RuntimeException('orders could not be read', 0, $problem);
    }
}

try {
    repository();
} catch (RuntimeException $problem) {
    throw new ErrorException('the shop is closed', 0, E_ERROR, __FILE__, 19, $problem);
}
