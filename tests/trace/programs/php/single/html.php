<?php

ini_set('html_errors', '1');

interface Payment
{
    public function pay(int $amount): bool;
}

class Voucher implements Payment
{
}
