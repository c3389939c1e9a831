<?php

require __DIR__ . '/src/Importer.php';

(new Shop\Importer('prices.csv'))->run();
