import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort } from '../free-port.mjs';
import { restart } from '../main.mjs';

test('the new shop starts while the old one saves its orders', async () => {
  assert.equal(await restart(await freePort()), true);
});
