import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveLater } from '../src/autosave.js';

test('saveLater saves once when it is called twice', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const save = context.mock.fn();
  saveLater(save, 500);
  context.mock.timers.tick(400);
  saveLater(save, 500);
  context.mock.timers.tick(500);
  assert.equal(save.mock.callCount(), 1);
});
