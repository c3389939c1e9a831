const { connect } = require('node:net');

connect({ port: 1, host: '127.0.0.1' }, () => console.log('connected'));
