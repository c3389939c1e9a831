<?php

function send(string $address): void
{
    if (!str_contains($address, '@')) {
        throw new InvalidArgumentException("no mail address: $address");
    }
}

foreach (['ada@example.org', 'bob', 'zoë'] as $address) {
    try {
        send($address);
    } catch (InvalidArgumentException $problem) {
        error_log('[' . gmdate('Y-m-d H:i:s') . '] mail.ERROR: ' . $problem);
    }
}
