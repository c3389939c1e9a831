import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clean } from '../../src/trace/clean/index.ts';
import { parse } from '../../src/trace/index.ts';
import type { Trace } from '../../src/trace/types.ts';
import { corpus } from './corpus.ts';
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
  'E   a.py:1: in f',
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

/** What happens to recorded texts on their way: each changes the lines at some place, or all of them. */
const damages: Record<string, (lines: string[], at: number, other: string[]) => string[]> = {
  'lines of another between': (lines, at, other) => lines.toSpliced(at, 0, ...other.slice(0, 3)),
  'another for some': (lines, at, other) => lines.toSpliced(at, 2, ...other.slice(-2)),
  'the rest first': (lines, at) => [...lines.slice(at), ...lines.slice(0, at)],
  'a line lost': (lines, at) => lines.toSpliced(at, 1),
  'one margin lost': (lines, at) => lines.with(at, lines[at]!.trimStart()),
  'another margin': (lines, at) => lines.with(at, `  ${lines[at]}`),
  'two lines in one': (lines, at) => lines.toSpliced(at, 2, lines.slice(at, at + 2).join('')),
  'a part a thousand times': (lines, at) => {
    const line = lines[at]!;
    const half = line.length >> 1;
    return lines.with(at, line.slice(0, half) + line.slice(half, half + 4).repeat(1000) + line.slice(half));
  },
  'the last line first': (lines) => lines.toReversed(),
  'one line for all': (lines) => [lines.join(' ')],
  'a blank line behind each': (lines) => lines.flatMap((line) => [line, '']),
  'each twice': (lines) => lines.flatMap((line) => [line, line]),
  'a prefix': (lines, at, other) => lines.map((line) => other[0]!.slice(0, at) + line),
};
const recorded = fc.constantFrom(...corpus().map((entry) => entry.text.split('\n')));

test('No damage to recorded texts makes the parser throw, hang or name lines that are not there.', () => {
  const damage = fc.tuple(fc.constantFrom(...Object.values(damages)), fc.nat(), recorded);
  fc.assert(
    fc.property(recorded, fc.array(damage, { minLength: 1, maxLength: 4 }), (text, all) => {
      const lines = all.reduce(
        (before, [change, at, other]) =>
          change(before.length > 0 ? before : [''], at % (before.length || 1), other),
        text,
      );
      const input = lines.join('\n').slice(0, 100_000);
      for (const trace of parse(input)) check(trace, input.split('\n').length);
    }),
    { numRuns: 1500 },
  );
});

function check({ span, exceptions, reported, root, alternatives }: Trace, count: number): void {
  assert.ok(1 <= span[0] && span[0] <= span[1] && span[1] <= count, `span ${span} of ${count} lines`);
  assert.ok(exceptions.length > 0 && exceptions[reported] !== undefined && exceptions[root] !== undefined);
  assert.ok(alternatives.every((index) => exceptions[index] !== undefined && index !== root));
  for (const { inputLine: at, frames } of exceptions) {
    for (const line of [at, ...frames.map((frame) => frame.inputLine)])
      assert.ok(1 <= line && line <= count, `line ${line} of ${count}`);
  }
}

test('Cleaning what is clean changes nothing.', () => {
  // Their own text has tags: encoded once, they are tags again after the first look.
  const encodedTwice = /^(?:node\/next-overlay|php\/abstract-method) through HTML/;
  const changed: string[] = [];
  for (const [name, wrap] of Object.entries(wrappers)) {
    for (const entry of corpus()) {
      const once = textOf(wrap(entry.text));
      if (textOf(once) !== once) changed.push(`${entry.format}/${entry.name} through ${name}`);
    }
  }
  assert.deepEqual(
    changed.filter((name) => !encodedTwice.test(name)),
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
