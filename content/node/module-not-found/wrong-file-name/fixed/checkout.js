const { prices } = require('./price-list.js');

exports.priceOf = (sku) => prices[sku];
