import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { siteSearch } from '../../src/search/search.ts';
import { createSearchPages } from '../../src/site/search-pages.ts';
import { countShards, shardFolder, shardOf } from '../../src/site/search-shards.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-shards-'));
after(() => rmSync(folder, { recursive: true }));

/** Enough guides for two shards. */
const ids = Array.from({ length: 256 }, (_, i) => `shop/guide-${i}`);

/** Indexes a page of each guide, of which the first has other text, as a build does. */
async function index(out: string, cache: string, text: string): Promise<number> {
  mkdirSync(join(folder, out));
  const search = createSearchPages(join(folder, out), join(folder, cache), '1', ids);
  for (const id of ids) {
    const words = id === ids[0] ? text : `about number ${id.replace(/\D/g, '')}`;
    const html = `<html lang="en"><body><article data-pagefind-body><h1>${id}</h1><p>Lantern ${words}.</p></article></body></html>`;
    await search.add({ path: `guides/${id}/`, html });
  }
  return search.write();
}

test('the text search finds the pages of every shard', async () => {
  assert.equal(await index('all', 'kept', 'about zebras'), ids.length);
  writeFileSync(join(folder, 'all', 'names.json'), JSON.stringify({ version: 1, guides: [] }));
  const original = globalThis.fetch;
  globalThis.fetch = async (url) => new Response(readFileSync(fileURLToPath(String(url).split('?')[0]!)));
  try {
    const search = siteSearch(`${pathToFileURL(join(folder, 'all')).href}/`);
    for (const shard of [0, 1]) {
      // Before guide 3 come ten others, with 30 to 39.
      const id = ids.find((id, i) => i > 2 && shardOf(`guides/${id}/`, 2) === shard)!;
      const [first] = await search.all(`lantern number ${id.replace(/\D/g, '')}`);
      assert.ok(first?.url.endsWith(`/guides/${id}/`), `shard ${shard} gave ${first?.url}`);
    }
  } finally {
    globalThis.fetch = original;
  }
});

test('createSearchPages indexes only the shard of a changed page again', async () => {
  await index('before', 'again', 'about zebras');
  const inodes = () => [0, 1].map((shard) => statSync(join(folder, 'again', String(shard))).ino);
  const before = inodes();
  await index('changed', 'again', 'about giraffes');
  const changed = shardOf(`guides/${ids[0]}/`, 2);
  assert.deepEqual(
    inodes().map((inode, shard) => inode !== before[shard]),
    [changed === 0, changed === 1],
  );
  await index('new', 'none', 'about giraffes');
  assert.deepEqual(files('changed'), files('new'));
});

test('countShards doubles, and each shard has its folder', () => {
  assert.deepEqual([0, 255, 256, 511, 512, 10_000, 1_000_000].map(countShards), [1, 1, 2, 2, 4, 16, 16]);
  assert.deepEqual([0, 1].map(shardFolder), ['pagefind', 'pagefind/1']);
});

/** What stands below a folder, by path. */
function files(out: string): [string, string][] {
  const dir = join(folder, out);
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => [name, readFileSync(join(dir, name), 'base64')]);
}
