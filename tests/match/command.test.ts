import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tracebook-match-'));
after(() => rmSync(folder, { recursive: true }));

test('A file and a second one give one JSON object a line, in their order.', () => {
  const first = file('first.log', 'TypeError: fetch failed\n');
  const second = file('second.log', 'all is well\n');
  const { stdout } = match([first, second, '--json']);
  const [one, two] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([one.file, two.file, two.traces, two.lines], [first, second, [], 1]);
  const [trace] = one.traces;
  assert.deepEqual(Object.keys(trace), [
    'language',
    'format',
    'count',
    'span',
    'root',
    'reported',
    'frames',
    'appFrame',
    'hits',
  ]);
  assert.deepEqual(trace.root, { type: 'TypeError', message: 'fetch failed', code: null });
  assert.deepEqual([trace.count, trace.span, trace.frames, trace.appFrame], [1, [1, 1], 0, null]);
});

test('Standard input is read when no file is named, and has no name in the answer.', () => {
  const { stdout } = match(['--json'], 'all is well\n');
  assert.deepEqual(JSON.parse(stdout), { traces: [], lines: 1 });
});

test('The exit code is 0 without errors and 1 with an error that has no guide.', () => {
  assert.equal(match([], 'all is well\n').status, 0);
  assert.equal(match([], 'app.errors.NoGuideHasThisError: x\n').status, 1);
});

test('A file that cannot be read is told in a sentence, and the others are read all the same.', () => {
  const missing = join(folder, 'missing.log');
  const { status, stdout, stderr } = match([missing, file('there.log', 'all is well\n'), '--json']);
  assert.equal(status, 2);
  assert.match(stderr, /missing\.log cannot be read: there is no such file\./);
  assert.equal(JSON.parse(stdout).lines, 1);
});

function match(args: string[], input = '') {
  return spawnSync(process.execPath, ['src/cli.ts', 'match', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
