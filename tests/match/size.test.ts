import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, sizes } from '../bench/match/size.ts';

test(`Parser, matcher and an index of fifty guides are ${MOST} kB at most.`, async () => {
  const { code, index } = await sizes();
  assert.ok(code + index <= MOST, `${code} kB of code and ${index} kB of index`);
});
