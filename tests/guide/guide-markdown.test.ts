import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { readContent } from '../../src/guide/content.ts';
import { markdownOf } from '../../src/guide/load-content.ts';
import { projectRoot } from '../../src/site/project.ts';
import { isFull } from '../full.ts';

const { content } = readContent(join(projectRoot, 'content'));
const words = z.string().min(1);

/** What programs act on. */
const facts = z.strictObject({
  id: words,
  url: z.url(),
  exceptions: z.array(words),
  codes: z.array(words).min(1).optional(),
  causes: z.array(z.strictObject({ id: words, sign: words, fix: words })).min(1),
  versions: z.record(words, z.record(words, words)),
  proved: z.iso.date().optional(),
  unproved: words.optional(),
});

test('guideMarkdown begins with YAML that has the facts of the guide, for every guide', async () => {
  const guides = content.guides.filter((_, i) => isFull || i % 6 === 0);
  assert.ok(guides.length > 5);
  for (const { id, frontmatter, causes, framework } of guides) {
    const markdown = (await markdownOf(content, id))!;
    const [, yaml, rest] = /^---\n([^]*?)\n---\n\n([^]*)$/.exec(markdown) ?? assert.fail(id);
    assert.ok(rest!.startsWith(`# ${frontmatter.title}\n`), id);
    const read = facts.parse(parse(yaml!));
    assert.equal(read.id, id);
    assert.equal(read.url, new URL(`guides/${id}/`, `${content.site.url}/`).href);
    assert.deepEqual(read.exceptions, frontmatter.exceptions);
    assert.deepEqual(read.codes ?? [], frontmatter.codes);
    assert.deepEqual(
      read.causes.map(({ id, fix }) => [id, fix]),
      causes.map(({ id, frontmatter: { fix } }) => [id, fix]),
    );
    for (const { sign } of read.causes) assert.ok(!sign.includes('**'), sign);
    const environments = causes.flatMap(({ recorded }) =>
      recorded.flatMap(({ environment, proof }) => (proof ? [environment] : [])),
    );
    assert.deepEqual(Object.keys(read.versions).sort(), [...new Set(environments)].sort(), id);
    for (const environment of environments)
      assert.ok(
        framework.environments.some(({ id }) => id === environment),
        environment,
      );
    const dates = causes.flatMap(({ recorded }) => recorded.flatMap(({ proof }) => proof?.date ?? []));
    assert.equal(read.proved, dates.sort().at(-1), id);
  }
});
