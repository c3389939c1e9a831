import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scan } from '../../src/match/index.ts';
import { parse, type Trace } from '../../src/trace/index.ts';

const root = join(import.meta.dirname, '..', 'trace');
const files = globSync('{corpus,variants}/**/*.txt', { cwd: root }).sort();
const none = { frameworks: [], guides: [] };
const rootOf = ({ exceptions, root }: Trace) => `${exceptions[root]!.type} ${exceptions[root]!.code ?? ''}`;

/** Lines of a service in which nothing fails, more than are read whole. */
const quiet = Array.from(
  { length: 4000 },
  (_, i) =>
    `2026-11-22T10:${String(i % 60).padStart(2, '0')}:07.123Z INFO  request ${i} GET /items/${i} 200 12 ms\n`,
).join('');

/** In the middle of another service's log these two lines share a prefix that is too seldom there to be known as one. */
const lostInLogs = ['variants/rails7-log-tagged.txt'];

/** Without what a variant says above its `---` of how it must be read. */
const textOf = (file: string) => readFileSync(join(root, file), 'utf8').replace(/^(?:\w+:.*\n)+---\n/, '');

async function missing(text: string, log: string): Promise<string[]> {
  const { groups } = await scan([log], none);
  const found = new Set(groups.map(({ trace }) => rootOf(trace)));
  return parse(text)
    .map(rootOf)
    .filter((error) => !found.has(error));
}

test('a file on the command line is read as the same text pasted', async () => {
  assert.notEqual(files.length, 0);
  for (const file of files) {
    const text = textOf(file);
    assert.deepEqual(await missing(text, text), [], file);
  }
});

test('every recorded error is found in the middle of a log, but for those listed', async () => {
  const lost: string[] = [];
  for (const file of files) {
    const text = textOf(file);
    if ((await missing(text, `${quiet}${text}\n${quiet}`)).length > 0) lost.push(file);
  }
  assert.deepEqual(lost, lostInLogs);
});
