import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scan } from '../../src/match/scan.ts';
import { parse } from '../../src/trace/index.ts';
import type { Trace } from '../../src/trace/types.ts';
import { index } from '../match/fixture.ts';
import { losses, wrappers } from './wrappers.ts';

const names = ['celery-unregistered', 'celery-unregistered-54'];
const read = (name: string) =>
  readFileSync(join(import.meta.dirname, 'corpus/python', `${name}.txt`), 'utf8');

const wanted = [
  [
    "celery.exceptions.NotRegistered: Received unregistered task of type 'billing.charge'. The message has been ignored and discarded.",
    "KeyError: 'billing.charge' (cause)",
  ],
];

// Behind npm's prefix the time of Celery's log stays in the line, so npm's message begins below it.
const { 'the prefix of npm': _, ...others } = wrappers;

for (const name of names) {
  for (const [wrapper, wrap] of Object.entries({ ...others, ...losses })) {
    test(`The parser reads one NotRegistered with its KeyError when ${name} went through ${wrapper}.`, () =>
      assert.deepEqual(parse(wrap(read(name))).map(summary), wanted));
  }

  test(`The parser reads NotRegistered alone when ${name} is cut above its traceback.`, () => {
    const cut = read(name).split('Traceback')[0] as string;
    assert.deepEqual(parse(cut).map(summary), [wanted[0]?.slice(0, 1)]);
  });

  test(`The scan counts the reports as one error when a long log holds ${name} many times.`, async () => {
    const { groups } = await scan([read(name).repeat(300)], index);
    assert.deepEqual(
      groups.map(({ trace, count }) => ({ error: summary(trace), count })),
      [{ error: wanted[0], count: 300 }],
    );
  });
}

test('The parser keeps two reports apart when the traceback of the first is missing.', () => {
  const text = read('celery-unregistered');
  const cut = text.split('Traceback')[0] as string;
  assert.deepEqual(parse(cut + text).map(summary), [wanted[0]?.slice(0, 1), wanted[0]]);
});

test('The parser reads the traceback alone when it ends in another error than the look-up.', () => {
  const text = read('celery-unregistered').replace("KeyError: 'billing.charge'", 'ValueError: no body');
  assert.deepEqual(parse(text).map(summary), [wanted[0]?.slice(0, 1), ['ValueError: no body']]);
});

const summary = ({ exceptions }: Trace) =>
  exceptions.map(
    ({ type, message, relation }) =>
      `${type}: ${message.replace(/\s+/g, ' ')}${relation === undefined ? '' : ` (${relation})`}`,
  );
