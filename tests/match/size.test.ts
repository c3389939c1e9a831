import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, sizes } from '../bench/match/size.ts';

test(`Parser and matcher are ${MOST} kB at most, compressed.`, async () => {
  const { code } = await sizes();
  assert.ok(code <= MOST, `${code} kB`);
});
