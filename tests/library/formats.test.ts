import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import * as z from 'zod';
import { type FormatName, formats } from '../../src/library/formats/index.ts';
import { jsonSchemaOf } from '../../src/library/formats/json-schema.ts';
import type { SearchIndex } from '../../src/search/types.ts';
import { temporaryProject } from '../guide/project.ts';
import { schemaFaults } from './json-validator.ts';
import { addressOf, fixOf, guidesFor, guidesNamed } from './version-1-reader.ts';

let root: string;
const built = (path: string) => JSON.parse(readFileSync(join(root, 'dist', path), 'utf8'));
const kept = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const BASE = 'https://shop.example/errors/';
/** The documents of a site, by their formats; a site of this size has no buckets, and prints no report. */
const documents: Partial<Record<FormatName, string>> = {
  guides: 'guides.json',
  names: 'names.json',
  matchIndex: 'match/index.json',
  matchTitles: 'match/titles.json',
};
/** Those of a site whose index is in buckets. */
const bucketDocuments: Partial<Record<FormatName, string[]>> = {
  matchBuckets: ['match/index.json'],
  matchBucket: ['match/buckets/0.json', 'match/buckets/1.json'],
  matchChoices: ['match/choices/0.json', 'match/choices/1.json'],
};
const names = Object.keys(formats) as FormatName[];

before(async () => {
  root = await temporaryProject();
  await promisify(execFile)(process.execPath, [join(root, 'src', 'cli.ts'), 'build'], { cwd: root });
});
after(() => rm(root, { recursive: true, force: true }));

test('a built site has every JSON Schema at its address', () => {
  for (const name of names) {
    const { schemaPath } = formats[name];
    assert.deepEqual(built(schemaPath), jsonSchemaOf(name, BASE), schemaPath);
    assert.equal(built(schemaPath).$id, BASE + schemaPath);
  }
});

test('every JSON document of a built site names its schema, has its version, and fits it', () => {
  const files = globSync('**/*.json', { cwd: join(root, 'dist'), exclude: ['pagefind/**'] });
  const published = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((f) => !f.endsWith('.schema.json'));
  assert.deepEqual(published.sort(), Object.values(documents).sort());
  for (const [name, path] of Object.entries(documents) as [FormatName, string][]) {
    const document = built(path);
    assert.equal(document.$schema, BASE + formats[name].schemaPath);
    assert.equal(document.version, 1);
    assert.deepEqual(schemaFaults(built(formats[name].schemaPath), document), [], path);
  }
});

test('every field of a JSON document is one of its schema', () => {
  for (const [name, path] of Object.entries(documents) as [FormatName, string][]) {
    // Zod forbids further fields in what it puts out.
    const strict = z.toJSONSchema(formats[name].schema, { io: 'output' });
    assert.deepEqual(schemaFaults(strict, built(path)), [], path);
  }
});

test('a schema refuses a document whose field has another type or is missing', () => {
  const index = built('match/index.json');
  const schema = jsonSchemaOf('matchIndex');
  assert.deepEqual(schemaFaults(schema, { ...index, version: 2 }).length, 1);
  const [guide] = index.guides;
  assert.match(
    schemaFaults(schema, { ...index, guides: [{ ...guide, messages: 'x' }] })[0]!,
    /messages must be array/,
  );
  assert.match(schemaFaults(schema, { ...index, guides: [{ ...guide, id: undefined }] })[0]!, /'id'/);
  assert.deepEqual(schemaFaults(schema, { ...index, later: true }), []);
});

test('a reader of version 1 understands what is published today', () => {
  const message = '-1 is not a price';
  assert.deepEqual(guidesFor(built('match/index.json'), 'PriceError', message), [
    { id: 'shop/price-error', causes: ['negative'] },
  ]);
  for (const path of ['match/titles.json', 'guides.json'])
    assert.equal(fixOf(built(path), 'shop/price-error', 'negative'), 'Let a discount end at zero.');
  assert.deepEqual(guidesNamed(built('names.json'), 'PriceError'), ['shop/price-error']);
  assert.equal(addressOf(built('guides.json'), 'shop/price-error'), `${BASE}guides/shop/price-error/`);
});

test('a reader of version 1 says that it cannot read an index in buckets', () => {
  const index = kept('version-2-in-buckets/match/index.json');
  assert.throws(() => guidesFor(index, 'PriceError', ''), /^Error: Version 2 is not known here\. Update/);
});

test('the schemas of version 1 that were kept fit what is published today, and those of today what was kept', () => {
  for (const [name, path] of Object.entries(documents) as [FormatName, string][]) {
    const { schemaPath } = formats[name];
    assert.deepEqual(schemaFaults(kept(`version-1/${schemaPath}`), built(path)), [], path);
    assert.deepEqual(schemaFaults(built(schemaPath), kept(`version-1/${path}`)), [], path);
  }
});

test('the schemas fit the documents of an index in buckets that were kept, and so do those that were kept', () => {
  for (const [name, paths] of Object.entries(bucketDocuments) as [FormatName, string[]][]) {
    const { schemaPath } = formats[name];
    for (const path of paths) {
      const document = kept(`version-2-in-buckets/${path}`);
      assert.equal(document.$schema, BASE + schemaPath);
      for (const schema of [built(schemaPath), kept(`version-2-in-buckets/${schemaPath}`)])
        assert.deepEqual(schemaFaults(schema, document), [], path);
    }
  }
});

test('the schema of names.json is the type that the search reads', () => {
  const schema: z.ZodType<SearchIndex> = formats.names.schema;
  assert.equal(schema.parse(built('names.json')).guides.length, 1);
});
