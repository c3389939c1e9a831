const { priceOf } = require('./checkout.js');

console.log(`TB-100 costs ${priceOf('TB-100')} euros.`);
