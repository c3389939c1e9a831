import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, sizes } from '../bench/match/size.ts';

/** What is loaded today, in kilobytes: more than the `MOST` that it is to be, and not to grow. */
const TODAY = 68;

test(`Parser, matcher and an index of fifty guides are ${TODAY} kB at most, on their way to ${MOST}.`, async () => {
  const { code, index } = await sizes();
  assert.ok(code + index <= TODAY, `${code} kB of code and ${index} kB of index`);
});
