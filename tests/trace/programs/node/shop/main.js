const { importPrices } = require('./lib/import');

importPrices('prices.csv');
