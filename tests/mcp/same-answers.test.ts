import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { matchText } from '../../src/match/index.ts';
import { groupFound } from '../../src/paste/worker/group.ts';
import { rank } from '../../src/search/rank.ts';
import { projectRoot } from '../../src/site/project.ts';
import { eras, startHttp } from './clients.ts';
import { isFull } from '../full.ts';

const content = join(projectRoot, 'content');
const files = globSync('*/*/*/recorded/*/trace.txt', { cwd: content })
  .sort()
  .filter((_, i) => isFull || i % 12 === 0)
  .map((file) => join(content, file));
const site = await startHttp(content);
after(site.stop);

type Answer = { traces: { hits: { guide: string; cause: string | null; confidence: string }[] }[] };

test(`match_trace answers as the command line and the page do, when the text is a recorded trace`, async () => {
  assert.ok(files.length > 20);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'src/cli.ts'), 'match', '--json', ...files],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  assert.equal(stderr, '');
  const printed = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer & { file: string })
      .map(({ file, ...answer }) => [file, answer]),
  );
  const client = await site.connect(eras['2026-07-28']);
  try {
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const result = await client.callTool({ name: 'match_trace', arguments: { text, max: 50 } });
      const answer = result.structuredContent as Answer;
      assert.deepEqual(answer, printed.get(file), file);
      const shorten = ({ guide, cause, confidence }: Answer['traces'][number]['hits'][number]) =>
        `${guide}#${cause} ${confidence}`;
      const onPage = groupFound(matchText(text, site.guides.index)).map(({ hits }) => hits.map(shorten));
      // The page has root causes first, the others the order of the text.
      const told = answer.traces.map(({ hits }) => hits.map(shorten));
      assert.deepEqual(told.map(String).sort(), onPage.map(String).sort(), file);
    }
  } finally {
    await client.close();
  }
});

test("search_guides answers in the page's order when names, codes and messages are searched for", async () => {
  const { guides } = await site.guides.search();
  const queries = guides.flatMap(({ names, causes }) => [names[0] ?? '', causes[0]!.short]).filter(Boolean);
  const client = await site.connect(eras['2025']);
  try {
    for (const query of queries.filter((_, i) => isFull || i % 10 === 0)) {
      const result = await client.callTool({ name: 'search_guides', arguments: { query, max: 20 } });
      const { results } = result.structuredContent as { results: { guide: string; isGuess: boolean }[] };
      const ranked = rank(guides, query);
      assert.deepEqual(
        results.filter(({ isGuess }) => !isGuess).map(({ guide }) => guide),
        ranked
          .filter(({ isGuess }) => !isGuess)
          .map(({ guide }) => guide)
          .slice(0, 20),
        query,
      );
      assert.ok(results.length > 0, query);
    }
  } finally {
    await client.close();
  }
});
