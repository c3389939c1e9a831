const driver = require('pg-fast-driver');

exports.connect = () => driver.open();
