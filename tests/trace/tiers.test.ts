import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean } from '../../src/trace/clean/index.ts';
import type { Format } from '../../src/trace/format.ts';
import { formats, tiers } from '../../src/trace/formats/index.ts';
import type { Line } from '../../src/trace/line.ts';
import { traceParser } from '../../src/trace/parse-traces.ts';
import { corpus } from './corpus.ts';
import { wrappers } from './wrappers.ts';

const folders = ['variants', 'lookalikes', 'refusals'].map((name) => join(import.meta.dirname, name));
const texts = [
  ...corpus().map(({ text }) => text),
  ...corpus().map(({ text }) => wrappers['a Markdown fence']!(text)),
  ...folders.flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))),
];
const inputs = texts.map(clean);

const orders: Record<string, (tier: Format[]) => Format[]> = {
  reversed: (tier) => tier.toReversed(),
  'with its middle first': (tier) => [...tier.slice(tier.length >> 1), ...tier.slice(0, tier.length >> 1)],
  'sorted by the length of ids': (tier) => tier.toSorted((a, b) => a.id.length - b.id.length),
};

for (const [name, reorder] of Object.entries(orders)) {
  test(`The parser finds the same traces when each tier is ${name}.`, () => {
    const parse = traceParser(formats);
    const other = traceParser(tiers.flatMap(reorder));
    for (const lines of inputs) assert.deepEqual(facts(other, lines), facts(parse, lines));
  });
}

test('The order of the tiers matters.', () => {
  const parse = traceParser(formats);
  const other = traceParser(tiers.toReversed().flat());
  assert.ok(inputs.some((lines) => facts(other, lines) !== facts(parse, lines)));
});

test('Every format is in one tier and is named after its file or its folder.', () => {
  const folder = join(import.meta.dirname, '../../src/trace/formats');
  const files = readdirSync(folder, { recursive: true }).map((file) => String(file).replace(/^.*[\\/]/, ''));
  assert.equal(new Set(formats.map(({ id }) => id)).size, formats.length);
  for (const { id } of formats) assert.ok(files.includes(`${id}.ts`), id);
});

const facts = (parse: (lines: Line[]) => unknown, lines: Line[]) => JSON.stringify(parse(lines));
