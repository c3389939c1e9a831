import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchIndex } from '../../src/guide/match-index.ts';
import { readContent } from '../../src/guide/content.ts';
import { matchText } from '../../src/match/index.ts';
import { losses, wrappers } from '../trace/wrappers.ts';

const { content } = await readContent(join(import.meta.dirname, '../../content'));
const index = matchIndex(content);

for (const guide of content.guides) {
  for (const cause of guide.causes) {
    test(`The recorded trace of ${guide.id}#${cause.id} finds its guide and cause through every wrapper.`, () => {
      const text = readFileSync(join(cause.dir, 'trace.txt'), 'utf8');
      const wrong: string[] = [];
      for (const [name, wrap] of Object.entries({ ...wrappers, ...losses })) {
        const [hit] = matchText(wrap(text), index).flatMap(({ hits }) => hits);
        if (hit?.guide !== guide.id || hit.cause !== cause.id)
          wrong.push(`${name}: ${hit?.guide}#${hit?.cause}`);
      }
      assert.deepEqual(wrong, []);
    });
  }
}
