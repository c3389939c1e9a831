import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchText } from '../../src/match/index.ts';
import { groupFound, rootCausesFirst } from '../../src/paste/worker/group.ts';
import { framesOf, headline, timesOf } from '../../src/paste/view/format.ts';

const index = { frameworks: [], guides: [] };
const read = (text: string) => rootCausesFirst(groupFound(matchText(text, index)));
const python = (type: string, message: string, file = 'a.py') =>
  `Traceback (most recent call last):\n  File "/srv/app/${file}", line 3, in f\n    x()\n${type}: ${message}\n`;

test('the same error comes once, with its count and its first and last lines', () => {
  const items = read(
    `${python('ValueError', 'no 1')}\n${python('KeyError', "'a'")}\n${python('ValueError', 'no 2')}`,
  );
  assert.deepEqual(
    items.map(({ summary, count, first, last }) => [summary.root.type, count, first, last]),
    [
      ['ValueError', 2, [1, 4], [11, 14]],
      ['KeyError', 1, [6, 9], [6, 9]],
    ],
  );
  assert.equal(timesOf(items[0]!), '2 times: first on lines 1 to 4, last on lines 11 to 14');
});

test('an error that only repeats what another wraps comes after it', () => {
  const chain = `${python('KeyError', "'a'")}\nThe above exception was the direct cause of the following exception:\n\n${python('app.LoadError', 'no settings', 'b.py')}`;
  const quiet = `\n${'started\n'.repeat(80)}`;
  const items = read(`app.LoadError: no settings\n${quiet}${chain}`);
  assert.deepEqual(
    items.map(({ summary }) => summary.root.type),
    ['KeyError', 'app.LoadError'],
  );
});

test('the chain is told from what was reported to the root', () => {
  const text = `${python('KeyError', "'a'")}\nThe above exception was the direct cause of the following exception:\n\n${python('ValueError', 'bad', 'b.py')}`;
  const { chain, frames, own } = read(text)[0]!.summary;
  assert.deepEqual(
    chain.map(({ type, by }) => [by, type]),
    [
      [undefined, 'ValueError'],
      ['cause', 'KeyError'],
    ],
  );
  assert.equal(frames, 2);
  assert.equal(own?.file, '/srv/app/a.py');
});

test('a trace is told in words', () => {
  const { summary } = read(python('KeyError', "'a'"))[0]!;
  assert.equal(headline(summary.root), "KeyError: 'a'");
  assert.equal(framesOf(summary), '1 frame, of your code');
  assert.equal(framesOf({ ...summary, frames: 0, ownFrames: 0 }), 'A message without a stack trace');
  assert.equal(framesOf({ ...summary, frames: 4, ownFrames: 1 }), '4 frames, 1 of them of your code');
});
