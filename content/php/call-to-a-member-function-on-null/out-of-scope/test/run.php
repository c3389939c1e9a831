<?php

require __DIR__ . '/../Catalogue.php';
require __DIR__ . '/../labels.php';

$catalogue = new Catalogue(['lamp' => 2550]);

assert(label('lamp', $catalogue) === 'Lamp, 25.50 EUR');
echo "1 passed\n";
