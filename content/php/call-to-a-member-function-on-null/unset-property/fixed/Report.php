<?php

require_once __DIR__ . '/Clock.php';

class Report
{
    protected $clock;

    public function __construct(Clock $clock)
    {
        $this->clock = $clock;
    }

    public function footer(): string
    {
        return 'Printed on ' . $this->clock->today();
    }
}

class MonthlyReport extends Report
{
    private $month;

    public function __construct(Clock $clock, string $month)
    {
        parent::__construct($clock);
        $this->month = $month;
    }

    public function heading(): string
    {
        return "Sales in $this->month";
    }
}
