import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/guide/content.ts';
import { guideTitles, matchIndex } from '../../src/guide/match-index.ts';
import { textKeys } from '../../src/match/bucket-keys.ts';
import { BucketedIndex } from '../../src/match/bucketed-index.ts';
import { matchText } from '../../src/match/index.ts';
import { sortGuides } from '../../src/match/sort-guides.ts';
import type { MatchIndex, PublishedBuckets } from '../../src/match/types.ts';
import { projectRoot } from '../../src/site/project.ts';
import { syntheticSite } from '../bench/buckets/synthetic-index.ts';
import { isFull } from '../full.ts';
import { bucketFiles } from './published-files.ts';

const GUIDES = isFull ? 10_000 : 500;

test(`every recorded trace finds its own guide and cause first in buckets of ${GUIDES} guides`, async () => {
  const { content } = readContent(join(projectRoot, 'content'));
  const { frameworks, guides } = matchIndex(content);
  const synthetic = syntheticSite(GUIDES - guides.length);
  const index: MatchIndex = { frameworks, guides: sortGuides([...guides, ...synthetic.index.guides]) };
  const files = bucketFiles(index, [...guideTitles(content), ...synthetic.titles]);
  const causes = content.guides.flatMap((guide) => guide.causes.map((cause) => ({ guide, cause })));
  for (const { guide, cause } of causes) {
    for (const { environment, trace } of cause.recorded) {
      if (trace === undefined) continue;
      const bucketed = new BucketedIndex(files.get('match/index.json') as PublishedBuckets, (path) =>
        Promise.resolve(files.get(path)),
      );
      await bucketed.load(textKeys(trace));
      const [best] = matchText(trace, bucketed.index).flatMap(({ hits }) => hits.slice(0, 1));
      assert.deepEqual([best?.guide, best?.cause], [guide.id, cause.id], environment);
    }
  }
});
