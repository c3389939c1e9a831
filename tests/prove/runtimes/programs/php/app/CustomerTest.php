<?php

use PHPUnit\Framework\TestCase;

final class CustomerTest extends TestCase
{
    public function testHasName(): void
    {
        $this->assertSame('Ada', null);
    }
}
