<?php

function total(array $lines)
{
    return array_sum($lines)
}
