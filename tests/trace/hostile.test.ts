import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/trace/index.ts';

/** Texts that make parsers slow, by size: ten times the size may take fifteen times as long. */
const hostile: Record<string, (size: number) => string> = {
  'one long line after a type': (size) => `Error: ${'a'.repeat(size)}`,
  blanks: (size) => ' '.repeat(size),
  'blanks before a frame': (size) => `Error: x\n${' '.repeat(size)}at f (a.js:1:2)`,
  'tabs and blanks in turns': (size) => '\t '.repeat(size / 2),
  'nested brackets': (size) => `    at f${'('.repeat(size / 2)}${')'.repeat(size / 2)}`,
  'at signs': (size) => '@'.repeat(size),
  colons: (size) => 'a: '.repeat(size / 3),
  quotes: (size) => `File "${'"'.repeat(size)}`,
  'words before Error': (size) => `${'a.'.repeat(size / 2)}Error`,
  'frames of Node': (size) => `Error: x\n${'    at f (a.js:1:2)\n'.repeat(size / 20)}`,
  'frames of Java': (size) => `a.b.CException: x\n${'\tat a.b.C.d(C.java:1)\n'.repeat(size / 24)}`,
  'frames of Python': (size) =>
    `Traceback (most recent call last):\n${'  File "a.py", line 1, in f\n    g()\n'.repeat(size / 36)}KeyError: 1`,
  'nested causes': (size) =>
    `a.b.CException: x\n${'Caused by: a.b.DException: y\n\tat a.b.C.d(C.java:1)\n'.repeat(size / 52)}`,
  'nested causes of Node': (size) =>
    `Error: x\n    at f (a.js:1:2) {\n${'  [cause]: Error: y\n      at f (a.js:1:2) {\n'.repeat(size / 48)}`,
  'carets below a line of a traceback': (size) =>
    `Traceback (most recent call last):\n  File "a.py", line 1, in f\n    a()\n    ${'^'.repeat(size)} x\nKeyError: 1`,
  'headers of Python': (size) => 'Traceback (most recent call last):\n'.repeat(size / 35),
  'heads without frames': (size) => 'java.lang.IllegalStateException: x\n'.repeat(size / 36),
  'names alone': (size) => 'app.errors.OrderError\n\n'.repeat(size / 24),
  'bare names': (size) => 'OrderError\n'.repeat(size / 11),
  'heads and blank lines': (size) => 'TypeError: x\n\n'.repeat(size / 14),
  'an unclosed JSON object': (size) =>
    `{"stack":"Error: x\\n    at f (a.js:1:2)${'\\n    at g (b.js:1:2)'.repeat(size / 22)}`,
  'open braces': (size) => '{"a":'.repeat(size / 5),
  'blanks behind an escaped newline': (size) => `Error: x\n\\n\t${'\t '.repeat(size / 2)}\0`,
  escapes: (size) => `${'\\\\n'.repeat(size / 3)}`,
  'lone surrogates': (size) => `Error: ${'\ud800'.repeat(size)}`,
  'NUL characters': (size) => `Error: x\0${'\0'.repeat(size)}`,
  'escape characters': (size) => '\u001b['.repeat(size / 2),
  tags: (size) => '<b '.repeat(size / 3),
  entities: (size) => '&#'.repeat(size / 2),
  'quote marks': (size) => '> '.repeat(size / 2),
  'a collapsed trace': (size) => `Error: x ${'at f (a.js:1:2) '.repeat(size / 16)}`,
  'a collapsed trace that is none': (size) => `Error: x ${'at f (a.js '.repeat(size / 11)}`,
  digits: (size) => '1'.repeat(size),
  'groups of exceptions': (size) =>
    `  + Exception Group Traceback (most recent call last):\n${'  | File "a.py", line 1, in f\n  +-+---------------- 1 ----------------\n'.repeat(size / 70)}`,
  goroutines: (size) =>
    `panic: x\n\n${'goroutine 1 [running]:\nmain.f()\n\t/a.go:1 +0x1\n\n'.repeat(size / 46)}`,
  services: (size) => `${'web_1 | x\n'.repeat(size / 20)}${'db_1 | y\n'.repeat(size / 20)}`,
  'full lines': (size) => `${'x'.repeat(80)}\n`.repeat(size / 81),
  'arrows of .NET': (size) =>
    `System.Exception: x${' ---> System.Exception: y'.repeat(size / 24)}\n   at A.B()`,
  'goroutines without frames': (size) => 'goroutine 1 [running]:\n'.repeat(size / 23),
  'places of pytest without an error': (size) => 'a.py:1: KeyError\n'.repeat(size / 17),
  'newlines escaped behind a path of Windows': (size) => `C:\\x ${'\\n'.repeat(size / 2)}!`,
  // As many lines, of ten times the length.
  'blanks below an error of PHP': (size) =>
    `PHP Fatal error:  Uncaught A\\B: x in /a.php:1\n${' '.repeat(size / 40)}x\n`.repeat(40),
  'ends of errors in PHP': (size) => '  thrown in /srv/p/a.php on line 3\n\nError\n'.repeat(size / 45),
  'reports of one error': (size) =>
    `TypeError: x\n${'make: *** [a] Error 1\nmake: *** [b] Error 2\n'.repeat(size / 44)}`,
  'errors of a group': (size) =>
    `AggregateError: x\n    at f (a.js:1:2) {\n  [errors]: [\n${'    Error: y\n        at g (b.js:1:2),\n'.repeat(size / 38)}  ]\n}`,
  'names in a type': (size) => `${'a'.repeat(size)}.\nError: x`,
  'ticks in prose': (size) => 'a `b: c'.repeat(size / 7),
  'stars in prose': (size) => '**a b'.repeat(size / 5),
  'lines of JSON that do not end': (size) => '{"a": 1,\n"b": 2,\n'.repeat(size / 19),
  'lines that begin alike and are errors': (size) => 'Module not found: x\n'.repeat(size / 20),
  'blanks in what ESLint found': (size) => `/a.js\n  1:1  error  x${' '.repeat(size / 300)}!\n`.repeat(300),
};

for (const [name, make] of Object.entries(hostile)) {
  test(`Ten times as much of ${name} takes at most fifteen times as long.`, () => {
    // What is linear shows it in one of some tries, what is quadratic in none.
    let ratio = Infinity;
    for (let attempt = 0; attempt < 5 && ratio > 15; attempt++)
      ratio = time(make(300_000)) / time(make(30_000));
    assert.ok(ratio <= 15, `ten times the size took ${ratio.toFixed(1)} times as long`);
  });
}

test('A name that is an exception by its form but not by its margin ends a traceback.', () => {
  const text = 'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\n\n a.b.C\n';
  assert.equal(parse(text)[0]?.exceptions[0]?.type, '');
});

test('Fifty thousand frames are all read.', () => {
  const [trace] = parse(`Error: x\n${'    at f (a.js:1:2)\n'.repeat(50_000)}`);
  assert.equal(trace?.exceptions[0]?.frames.length, 50_000);
});

test('Ten thousand nested causes are all read.', () => {
  const [trace] = parse(`a.b.CException: x\n${'Caused by: a.b.DException: y\n'.repeat(10_000)}`);
  assert.equal(trace?.exceptions.length, 10_001);
});

/** Processor time of the shortest of several runs: what the work takes whatever else the machine does. */
function time(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage();
    parse(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best;
}
