import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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

test('run runs the command all the same, and says so, when the site with the guides does not answer', async () => {
  const server = createServer((_, response) => response.writeHead(503).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const args = ['run', '--index', site, '--', 'sh', '-c', `cat ${log}; exit 3`];
  const failing = await ended(args);
  assert.deepEqual([failing.code, failing.stdout], [3, readFileSync(log, 'utf8')]);
  assert.equal(failing.stderr, `${site}match/index.json answered with 503. Check the address.\n`);
  server.close();
  await once(server, 'close');
  const missing = await ended(args);
  assert.deepEqual([missing.code, missing.stdout], [3, readFileSync(log, 'utf8')]);
  assert.match(missing.stderr, /^The index cannot be loaded: .*\. Check the address and the network\.\n$/);
});

test('run writes the report to the file of --output, also when there is no error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracebook-run-'));
  try {
    const output = join(folder, 'report.json');
    for (const [command, errors] of [
      [`cat ${log}; exit 3`, 2],
      ['exit 3', 0],
    ] as const) {
      const { status, stderr } = spawnSync(
        process.execPath,
        [cli, 'run', '--format', 'json', '--output', output, '--', 'sh', '-c', command],
        { encoding: 'utf8' },
      );
      assert.deepEqual([status, stderr], [3, '']);
      assert.equal(JSON.parse(readFileSync(output, 'utf8')).traces.length, errors);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
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

/** Runs the command line without holding up this process, which may have to answer it. */
async function ended(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

function run(command: string[], input = '') {
  return spawnSync(process.execPath, [cli, 'run', '--', ...command], { input, encoding: 'utf8' });
}
