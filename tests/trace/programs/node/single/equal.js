const assert = require('node:assert');

function total(lines) {
  return lines.reduce((sum, { price }) => sum + price, 0);
}

assert.deepStrictEqual({ total: total([{ price: 1 }, { price: 2 }]) }, { total: 4 });
