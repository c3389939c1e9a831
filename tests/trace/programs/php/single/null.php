<?php

class Account
{
    public ?Owner $owner = null;
}

function initial(Account $account): string
{
    return $account->owner->name()[0];
}

echo initial(new Account());
