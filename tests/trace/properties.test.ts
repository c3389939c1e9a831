import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clean } from '../../src/trace/clean/index.ts';
import { parse } from '../../src/trace/index.ts';
import type { Trace } from '../../src/trace/types.ts';
import { corpus } from './corpus.ts';
import known from './known.json' with { type: 'json' };
import { wrappers } from './wrappers.ts';

/** Pieces of which traces and their surroundings are made, in any order. */
const pieces = [
  'Traceback (most recent call last):',
  '  File "a.py", line 1, in f',
  '    raise KeyError(1)',
  'KeyError: 1',
  'Caused by: a.b.CException: x',
  '    at f (a.js:1:2) {',
  '	at a.b.C.d(C.java:1)',
  '	... 3 more',
  'panic: x',
  'goroutine 1 [running]:',
  '	/a.go:1 +0x1',
  'main.f()',
  '  [cause]: Error: y',
  "a.rb:1:in `f': x (E)",
  "	from a.rb:2:in `g'",
  '#0 /a.php(1): f()',
  'Stack trace:',
  ' ---> System.Exception: x',
  '   at A.B() in a.cs:line 1',
  '** (E) x',
  'npm ERR! code 1',
  'web_1  | ',
  '2026-02-03T09:41:07Z ',
  '> ',
  '```',
  '{"log":"x\\n"}',
  '\\n',
  '\x1B[31m',
  '&lt;',
  '<b>',
  '  | ',
  '  + ',
  '',
  ' ',
  '}',
  ']',
  'error[E0382]: x',
  ' --> a.rs:1:2',
  'a.c:1:2: error: x',
  'a.ts(1,2): error TS2307: x',
  'ERROR:  x',
  '(error) ERR x',
  'make: *** [a] Error 1',
  'E   KeyError: 1',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 })), { maxLength: 40 })
    .map((lines) => lines.join('\n')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((lines) => lines.join(' ')),
);

test('No text makes the parser throw, and every line that it names is in the text.', () => {
  fc.assert(
    fc.property(text, (input) => {
      const count = input.split('\n').length;
      let last = 0;
      for (const trace of parse(input)) {
        assert.ok(trace.span[0] >= last, 'traces are in order');
        last = trace.span[0];
        check(trace, count);
      }
    }),
    { numRuns: 2000 },
  );
});

function check({ span, exceptions, reported, root, alternatives }: Trace, count: number): void {
  assert.ok(1 <= span[0] && span[0] <= span[1] && span[1] <= count, `span ${span} of ${count} lines`);
  assert.ok(exceptions.length > 0 && exceptions[reported] !== undefined && exceptions[root] !== undefined);
  assert.ok(alternatives.every((index) => exceptions[index] !== undefined && index !== root));
  for (const { at, frames } of exceptions) {
    for (const line of [at, ...frames.map((frame) => frame.at)])
      assert.ok(1 <= line && line <= count, `line ${line} of ${count}`);
  }
}

test('Cleaning what is clean changes nothing.', () => {
  // Listed are those whose own text has tags: encoded once, they are tags again after the first look.
  const changed: string[] = [];
  for (const [name, wrap] of Object.entries(wrappers)) {
    for (const entry of corpus()) {
      const once = textOf(wrap(entry.text));
      if (textOf(once) !== once) changed.push(`${entry.format}/${entry.name} through ${name}`);
    }
  }
  assert.deepEqual(
    changed.filter((name) => !known.again.includes(name)),
    [],
  );
});

test('The same trace twice counts two.', () => {
  const wrong: string[] = [];
  for (const { format, name, text: recorded } of corpus()) {
    if (parse(recorded).length !== 1) continue;
    const count = parse(`${recorded}\n\nAnd again:\n\n${recorded}`).length;
    if (count !== 2) wrong.push(`${format}/${name}: ${count}`);
  }
  assert.deepEqual(wrong, []);
});

const textOf = (input: string) =>
  clean(input)
    .map((line) => line.text)
    .join('\n');
