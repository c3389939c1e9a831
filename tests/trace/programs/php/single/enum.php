<?php

enum Stage: string
{
    case Test = 'test';
    case Live = 'live';
}

class Settings
{
    public static function of(string $name): Stage
    {
        return Stage::from($name);
    }
}

Settings::of('stage');
