import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';

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

test('Files too large for one core give what each gives alone, in their order, when they are named together.', () => {
  const trace = readFileSync(
    join(root, 'content/celery/worker-lost-error/out-of-memory/recorded/5.7/trace.txt'),
    'utf8',
  );
  const logs = ['KeyError', 'ValueError', 'app.errors.Stale'].map((type, index) =>
    file(
      `large${index}.log`,
      `${'all is well\n'.repeat(200_000 - 80_000 * index)}${trace}${type}: no stock\n`,
    ),
  );
  const missing = join(folder, 'missing.log');
  const together = match([logs[0]!, missing, ...logs.slice(1), '--json']);
  assert.equal(together.stdout, logs.map((log) => match([log, '--json']).stdout).join(''));
  assert.match(together.stderr, /missing\.log cannot be read: there is no such file\./);
  assert.equal(together.status, 2);
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

test('The guide, the cause, the confidence and the evidence of a hit are in the answer, with its address.', () => {
  const trace = 'content/celery/worker-lost-error/out-of-memory/recorded/5.7/trace.txt';
  const { status, stdout } = match([trace, '--json']);
  const [hit] = JSON.parse(stdout).traces[0].hits;
  assert.deepEqual(Object.keys(hit), [
    'guide',
    'cause',
    'confidence',
    'title',
    'causeTitle',
    'fix',
    'url',
    'address',
    'evidence',
  ]);
  assert.equal(hit.address, 'https://tracebook.example/guides/celery/worker-lost-error/#out-of-memory');
  assert.equal(hit.url, '/guides/celery/worker-lost-error/#out-of-memory');
  assert.deepEqual(Object.keys(hit.evidence[0]), ['kind', 'line', 'text']);
  assert.equal(status, 0);
});

test('For people it says what failed, where, how often and what explains it, without colours in a pipe.', () => {
  const log = file('people.log', 'app.NoGuideError: x\n'.repeat(3));
  const { stdout } = match([log]);
  assert.equal(
    stdout,
    `${log}: 1 error in 3 lines.\n\n  app.NoGuideError: x\n    where   line 1; 3 times, last line 3\n    guide   none\n`,
  );
});

test('A gzip file is read as what is in it, and one that ends too early is told in a sentence.', () => {
  const packed = gzipSync('ok\napp.errors.NoGuideError: x\n');
  const whole = join(folder, 'worker.log.gz');
  writeFileSync(whole, packed);
  const [trace] = JSON.parse(match([whole, '--json']).stdout).traces;
  assert.deepEqual([trace.span, trace.root.type], [[2, 2], 'app.errors.NoGuideError']);
  const cut = join(folder, 'cut.log.gz');
  writeFileSync(cut, packed.subarray(0, packed.length - 12));
  const { status, stdout, stderr } = match([cut]);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /cut\.log\.gz cannot be read: it is a gzip file that ends too early\./);
});

test('A folder, an archive and a file that is not there are told in a sentence each.', () => {
  const archive = join(folder, 'logs.tar.xz');
  writeFileSync(archive, Buffer.alloc(4000, '\xfd7zXZ\0\x01\x9b\xe3\x8c', 'latin1'));
  const { status, stdout, stderr } = match([folder, archive]);
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /cannot be read: it is a folder\..*\n.*logs\.tar\.xz cannot be read: it is not text\./,
  );
});

test('An empty file has no lines, no errors and the exit code 0.', () => {
  const { status, stdout } = match([file('empty.log', ''), '--json']);
  assert.deepEqual([status, JSON.parse(stdout).lines, JSON.parse(stdout).traces], [0, 0, []]);
});

test('Lines that end as on Windows, and text in UTF-16 as PowerShell writes it, are read alike.', () => {
  const text = 'ok\r\napp.errors.NoGuideError: x\r\n\r\n';
  const crlf = file('crlf.log', text);
  const utf16 = join(folder, 'utf16.log');
  writeFileSync(utf16, Buffer.from(`\ufeff${text}`, 'utf16le'));
  const answers = match([crlf, utf16, '--json']).stdout.trim().split('\n');
  for (const { lines, traces } of answers.map((line) => JSON.parse(line))) {
    assert.equal(lines, 3);
    assert.deepEqual([traces[0].span, traces[0].root.message], [[2, 2], 'x']);
  }
});

test('A folder as standard input and a file that only begins like gzip are told in a sentence each.', () => {
  const input = openSync(folder, 'r');
  const { status, stderr } = spawnSync(process.execPath, ['src/cli.ts', 'match'], {
    cwd: root,
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(input);
  assert.equal(status, 2);
  assert.match(stderr, /Standard input cannot be read: it is a folder\. Name the files in it\./);
  const damaged = join(folder, 'damaged.gz');
  writeFileSync(
    damaged,
    Buffer.from([0x1f, 0x8b, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41]),
  );
  const other = match([damaged]);
  assert.equal(other.status, 2);
  assert.match(
    other.stderr,
    /damaged\.gz cannot be read: it starts like a gzip file but cannot be unpacked\./,
  );
});

test('A line of millions of characters is cut, the cut is told, and what stands below is read.', () => {
  const path = file('endless.log', `${'x'.repeat(5_000_000)}\napp.errors.NoGuideError: y\n`);
  const { cut, lines, traces } = JSON.parse(match([path, '--json']).stdout);
  assert.deepEqual([cut, lines, traces[0].span], [1, 2, [2, 2]]);
  assert.match(match([path]).stdout, /1 line was cut: longer than a million characters\./);
});

test('Bad use has the exit code 2, and --help tells all options and exit codes.', () => {
  assert.equal(match(['--nonsense']).status, 2);
  const { status, stdout } = match(['--help']);
  assert.equal(status, 0);
  assert.match(stdout, /--json[\s\S]*Exit code: 0 /);
});

test('A log of thirty megabytes is streamed: it needs no more memory than a small one and a few megabytes.', () => {
  const part = `${'2026-02-03 09:41:07,120 INFO shop - GET /items/12 200 in 3 ms\n'.repeat(5_000)}app.errors.NoGuideError: x\n`;
  const small = memory(file('small.log', part));
  const large = memory(file('large.log', part.repeat(Math.ceil(30e6 / part.length))));
  assert.ok(large < small + 120, `${large} MB for a large log, ${small} MB for a small one`);
});

/** The most memory that the command had for a file, in megabytes. */
function memory(path: string): number {
  const tell = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, 'src/cli.ts', 'match', path],
    { cwd: root, encoding: 'utf8' },
  );
  return Number(stderr) / 1024;
}

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
