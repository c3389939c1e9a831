import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

const cli = join(import.meta.dirname, '../../src/cli.ts');
const log = join(import.meta.dirname, 'log.txt');

test('run shows what the command prints, names the guides, and ends with its exit code', () => {
  const { status, stdout, stderr } = run(['sh', '-c', `cat ${log}; echo broken >&2; exit 3`]);
  assert.equal(status, 3);
  assert.match(stdout, /^2026-02-03[\s\S]*Job: 0\.\n$/);
  assert.match(
    stderr,
    /^broken\n\nstandard input: 2 different errors[\s\S]*worker-lost-error\/#out-of-memory \(exact\)/m,
  );
});

test('run adds nothing when the command prints no error', () => {
  const { status, stdout, stderr } = run(['sh', '-c', 'echo all is well']);
  assert.deepEqual([status, stdout, stderr], [0, 'all is well\n', '']);
});

test('run says so when there is no such program', () => {
  const { status, stderr } = run(['there-is-no-such-program']);
  assert.equal(status, 127);
  assert.match(
    stderr,
    /^there-is-no-such-program cannot be run: there is no such program on PATH\. Check its name\.\n$/,
  );
});

test('run passes a signal on, and ends as the command ends', async () => {
  const child = spawn(process.execPath, [cli, 'run', '--', 'sh', '-c', 'echo up; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 128 + 15);
});

test('run gives the command its standard input', () => {
  const { stdout } = run(['cat'], 'typed\n');
  assert.equal(stdout, 'typed\n');
});

function run(command: string[], input = '') {
  return spawnSync(process.execPath, [cli, 'run', '--', ...command], { input, encoding: 'utf8' });
}
