const { groupBy } = require('lodash');

/** Returns how many orders go to each country. */
exports.ordersByCountry = function ordersByCountry(orders) {
  const groups = Object.entries(groupBy(orders, 'country'));
  return Object.fromEntries(groups.map(([country, list]) => [country, list.length]));
};
