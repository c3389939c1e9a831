import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchText } from '../../src/match/index.ts';
import { index } from '../match/fixture.ts';
import { corpus } from './corpus.ts';

const MAX_LINES = 60;

test('A trace cut at any line, from either end, never gets another guide with the confidence "exact".', () => {
  const wrong: string[] = [];
  for (const { format, name, text } of corpus()) {
    const lines = text.split('\n');
    if (lines.length > MAX_LINES) continue;
    const whole = exact(text);
    for (let cut = 1; cut < lines.length; cut++) {
      for (const part of [lines.slice(cut), lines.slice(0, -cut)]) {
        const other = exact(part.join('\n')).filter((guide) => !whole.includes(guide));
        // A cut chain may lose the exception that told better; the guide of one that it prints is no wrong guide.
        if (other.length > 0 && !other.every((guide) => known(guide, text)))
          wrong.push(`${format}/${name} cut at ${cut}: ${other}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

const exact = (text: string) =>
  matchText(text, index).flatMap(({ hits }) =>
    hits.filter((hit) => hit.confidence === 'exact').map((hit) => hit.guide),
  );

/** Whether the whole text has a guide for one of its exceptions, with any confidence. */
const known = (guide: string, text: string) =>
  matchText(text, index).some(({ hits }) => hits.some((hit) => hit.guide === guide));
