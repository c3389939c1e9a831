const Ajv = require('ajv');

function compile(schema) {
  return new Ajv().compile(schema);
}

compile({ type: 'text' });
