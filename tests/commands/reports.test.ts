import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Log } from 'sarif';
import { checkoutPath } from '../../src/commands/reports/describe.ts';

const cli = join(import.meta.dirname, '../../src/cli.ts');
const content = join(import.meta.dirname, '../../content');
const log = join(import.meta.dirname, 'log.txt');
const checkout = join(import.meta.dirname, 'checkout');
const folder = mkdtempSync(join(tmpdir(), 'tracebook-reports-'));
after(() => rmSync(folder, { recursive: true }));
const guide = 'https://tracebook.example/guides/celery/worker-lost-error/#out-of-memory';

test('match prints GitHub annotations at the own frame, the explained error first, when the format is github', () => {
  const { stdout, status } = match(['--format', 'github']);
  assert.equal(status, 1);
  const [explained, own, ...more] = stdout.trim().split('\n');
  assert.deepEqual(more, []);
  assert.match(explained!, /^::error title=WorkerLostError%3A Worker exited prematurely::billiard\./);
  assert.ok(explained!.endsWith(guide), explained);
  assert.equal(
    own,
    `::error file=shop/tasks.py,line=2,title=Error without a guide::RuntimeError: 100%25 of, the: paper is gone%0Ain ${log}, line 2%0ANo guide fits.`,
  );
});

test('match prints ten annotations and says where the rest is when there are more errors', () => {
  const many = write('many.log', (i) => `app.errors.${String.fromCharCode(65 + i)}Error: x\n`, 14);
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  const { stdout } = match(['--format', 'github'], [many], { GITHUB_STEP_SUMMARY: summary });
  const lines = stdout.trim().split('\n');
  assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 10);
  assert.equal(lines.at(-1), '4 more of 14 errors are not annotated: they are in the job summary.');
  assert.equal(readFileSync(summary, 'utf8').match(/^### /gm)?.length, 14);
  assert.match(match(['--format', 'github', '--max', '2'], [many]).stdout, /^12 more of 14 errors/m);
});

test('match prints SARIF with a rule a guide and a result an error when the format is sarif', () => {
  const [run] = (JSON.parse(match(['--format', 'sarif']).stdout) as Log).runs;
  assert.deepEqual(
    run!.tool.driver.rules!.map(({ id, helpUri }) => [id, helpUri]),
    [
      ['celery/worker-lost-error/out-of-memory', guide],
      ['no-guide', undefined],
    ],
  );
  const [explained, own] = run!.results!;
  assert.deepEqual([explained!.ruleIndex, own!.ruleIndex], [0, 1]);
  assert.deepEqual(own!.locations![0]!.physicalLocation, {
    artifactLocation: { uri: 'shop/tasks.py', uriBaseId: 'ROOT' },
    region: { startLine: 2 },
  });
  // No own frame: the log itself is the place.
  assert.equal(explained!.locations![0]!.physicalLocation!.region!.startLine, 7);
  assert.match(own!.partialFingerprints!['error/v1']!, /^[0-9a-f]{32}$/);
  const again = match(['--format', 'sarif'], [write('again.log', () => readFileSync(log, 'utf8'), 1)]);
  assert.equal(
    (JSON.parse(again.stdout) as Log).runs[0]!.results![1]!.partialFingerprints!['error/v1'],
    own!.partialFingerprints!['error/v1'],
    'one error has one fingerprint',
  );
});

test('match prints a suite a file and a failure an error when the format is junit', () => {
  const clean = write('clean.log', () => 'all is well\n', 1);
  const odd = write('odd.log', () => 'app.errors.OddError: a\u0001b ]]> <&> "\ufffe\n', 1);
  const { stdout } = match(['--format', 'junit'], [log, clean, odd]);
  assert.match(
    stdout,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites tests="4" failures="3" errors="0"/,
  );
  assert.equal(stdout.match(/<failure /g)?.length, 3);
  assert.match(stdout, /<testcase classname="[^"]*clean\.log" name="no error"\/>/);
  assert.ok(!stdout.includes('\u0001') && !stdout.includes('\ufffe'));
});

test('match prints a heading an error, whose text changes no markup, when the format is markdown', () => {
  const odd = write('odd.md.log', () => 'app.errors.OddError: a `b` *c* [d](e)\n', 1);
  assert.match(
    match(['--format', 'markdown'], [odd]).stdout,
    /^### `` app\.errors\.OddError: a `b` \*c\* \[d\]\(e\) ``$/m,
  );
  assert.ok(match(['--format', 'markdown']).stdout.includes(`](${guide}) (exact). Read and write one row`));
});

test('match tells at most as many errors as --max says, and that more were found', () => {
  const many = write('max.log', (i) => `app.errors.${String.fromCharCode(65 + i)}Error: x\n`, 5);
  assert.equal(JSON.parse(match(['--json', '--max', '2'], [many]).stdout).traces.length, 2);
  assert.match(match(['--max', '2'], [many]).stdout, /\n {2}3 more are left out\.\n$/);
  assert.match(match(['--format', 'markdown', '--max', '2'], [many]).stdout, /^3 more are left out\.$/m);
});

test('match leaves out guides that fit less surely than --min-confidence, and counts their errors as unexplained', () => {
  const vague = write('vague.log', () => 'borrow of moved value: `names`\n', 1);
  assert.equal(match([], [vague]).status, 0);
  const { status, stdout } = match(['--json', '--min-confidence', 'likely'], [vague]);
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stdout).traces[0].hits, []);
});

test('match --tee shows the text as it came, and the guides below it', () => {
  const input = readFileSync(log, 'utf8');
  const { stdout } = spawnSync(process.execPath, [cli, 'match', '--tee'], { input, encoding: 'utf8' });
  assert.ok(stdout.startsWith(`${input}standard input: 2 different errors in 10 lines.\n`));
});

test('match --tee begins the report on a line of its own when the text does not end with one', () => {
  const input = 'app.errors.NoGuideError: x';
  const args = [cli, 'match', '--tee', '--format', 'github'];
  const { stdout } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  assert.match(stdout, /^app\.errors\.NoGuideError: x\n::error title=/);
});

test('match --output writes what it would print to a file, and prints nothing', () => {
  const output = join(folder, 'report.sarif');
  const { stdout, status } = match(['--format', 'sarif', '--output', output]);
  assert.deepEqual([stdout, status], ['', 1]);
  assert.equal(readFileSync(output, 'utf8'), match(['--format', 'sarif']).stdout);
});

test('checkoutPath finds the file that a path of another machine means, and none outside of the folder', () => {
  for (const path of [
    '/app/shop/tasks.py',
    'shop/tasks.py',
    'file:///srv/x/shop/tasks.py',
    'C:\\work\\shop\\tasks.py',
  ])
    assert.equal(checkoutPath(path, checkout), 'shop/tasks.py', path);
  assert.equal(checkoutPath(join(checkout, 'shop/tasks.py'), checkout), 'shop/tasks.py');
  for (const path of ['/app/shop/other.py', '../checkout/shop/tasks.py', '<string>'])
    assert.equal(checkoutPath(path, checkout), undefined, path);
});

function match(args: string[], files = [log], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [cli, 'match', '--content', content, ...args, ...files], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_WORKSPACE: checkout, GITHUB_STEP_SUMMARY: '', ...env },
  });
}

function write(name: string, line: (i: number) => string, count: number): string {
  const path = join(folder, name);
  writeFileSync(path, Array.from({ length: count }, (_, i) => line(i)).join(''));
  return path;
}
