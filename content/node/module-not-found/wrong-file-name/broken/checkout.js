const { prices } = require('./Price-List.js');

exports.priceOf = (sku) => prices[sku];
