<?php

require __DIR__ . '/Report.php';

$report = new MonthlyReport(new Clock('2026-03-31'), 'March');
echo $report->heading(), "\n";
echo $report->footer(), "\n";
