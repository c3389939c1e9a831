<?php

require __DIR__ . '/Catalogue.php';
require __DIR__ . '/labels.php';

$catalogue = new Catalogue(['kettle' => 3900, 'lamp' => 2550]);

echo label('kettle'), "\n";
echo label('lamp'), "\n";
