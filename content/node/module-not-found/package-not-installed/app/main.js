const { ordersByCountry } = require('./report.js');

console.log(ordersByCountry([{ country: 'FR' }, { country: 'IT' }, { country: 'FR' }]));
