import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

test('the build writes the bundle on a machine with a small default limit', () => {
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=40' };
  execFileSync(process.execPath, ['--run', 'build'], { env });
  assert.equal(readdirSync('dist/assets').length, 1);
});
