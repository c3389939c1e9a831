const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { test } = require('node:test');

test('the start script finds the file it starts', () => {
  const { stdout, status } = spawnSync(process.execPath, ['--run', 'start'], { encoding: 'utf8' });
  assert.match(stdout, /Imported 2 orders/);
  assert.equal(status, 0);
});
