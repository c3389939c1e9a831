<?php

require __DIR__ . '/../Report.php';

$report = new MonthlyReport(new Clock('2026-04-30'), 'April');

assert($report->heading() === 'Sales in April');
assert($report->footer() === 'Printed on 30 April 2026');
echo "2 passed\n";
