const { parse } = require('yaml');

function readSettings(text) {
  return parse(text);
}

readSettings('port: 80\nhosts: [a, b\nname: x\n');
