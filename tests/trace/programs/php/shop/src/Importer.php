<?php

namespace Shop;

class ImportException extends \RuntimeException
{
}

final class Importer
{
    public function __construct(private string $path)
    {
    }

    public function run(): void
    {
        try {
            array_map([$this, 'row'], ["pen;1.5", "ink"]);
        } catch (\Throwable $problem) {
            throw new ImportException("could not import {$this->path}", 7, $problem);
        }
    }

    private function row(string $line): float
    {
        $parts = explode(';', $line);
        if (count($parts) < 2) {
            throw new \UnexpectedValueException("no price in '$line'");
        }
        return (float) $parts[1];
    }
}
