import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchIndex } from '../../src/guide/match-index.ts';
import { readContent } from '../../src/guide/content.ts';
import { tracesOf } from '../../src/guide/records.ts';
import { matchText } from '../../src/match/index.ts';
import { losses, wrappers } from '../trace/wrappers.ts';

const { content } = readContent(join(import.meta.dirname, '../../content'));
const index = matchIndex(content);

for (const guide of content.guides) {
  for (const cause of guide.causes) {
    test(`The recorded traces of ${guide.id}#${cause.id} find their guide and cause through every wrapper.`, () => {
      const wrong: string[] = [];
      for (const { environment, trace } of tracesOf(cause)) {
        for (const [name, wrap] of Object.entries({ ...wrappers, ...losses })) {
          const [hit] = matchText(wrap(trace), index).flatMap(({ hits }) => hits);
          if (hit?.guide !== guide.id || hit.cause !== cause.id)
            wrong.push(`${environment}, ${name}: ${hit?.guide}#${hit?.cause}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
}
