import assert from 'node:assert';

const stock = -1;
assert(stock >= 0, 'stock must not be negative');
