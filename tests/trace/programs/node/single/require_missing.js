const { connect } = require('./database/connect');

connect();
