import assert from 'node:assert/strict';
import { subscribe } from 'node:diagnostics_channel';
import type { ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { siteSearch } from '../../src/search/search.ts';
import { openBuiltFiles } from '../../src/site/built-files.ts';
import type { PageFacts } from '../../src/site/renderer/render-page.ts';
import { createSearchPages } from '../../src/site/search-pages.ts';
import { hash } from '../../src/guide/cache.ts';
import { countShards, shardFolder, shardOf } from '../../src/site/search-shards.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-shards-'));
after(() => rmSync(folder, { recursive: true }));

/** Enough guides for two shards. */
const ids = Array.from({ length: 96 }, (_, i) => `shop/guide-${i}`);

/** Processes that were started. */
const processes: ChildProcess[] = [];
subscribe('child_process', (message) => {
  processes.push((message as { process: ChildProcess }).process);
});

/**
 * Indexes a page of each guide, of which the first has other text, as a build does; a site may be built again.
 * @param came the guides whose pages come
 */
async function index(site: string, text: string, came = ids): Promise<number> {
  const [last, next, cache] = [site, `${site}-next`, `${site}-cache`].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(next);
  mkdirSync(cache, { recursive: true });
  const built = openBuiltFiles<PageFacts>(cache, last, next);
  const search = createSearchPages(next, built, '1', ids);
  try {
    for (const id of came) search.add(pageOf(id, id === ids[0] ? text : undefined));
    return await search.write();
  } finally {
    await search.end();
    built.finish();
    rmSync(last, { recursive: true, force: true });
    renameSync(next, last);
    built.save('last');
  }
}

function pageOf(id: string, text = `about number ${id.replace(/\D/g, '')}`) {
  const html = `<html lang="en"><body><article data-pagefind-body><h1>${id}</h1><p>Lantern ${text}.</p></article></body></html>`;
  return { path: `guides/${id}/`, key: hash(html), html: () => html };
}

/** The guides of a shard. */
const guidesOf = (shard: number) => ids.filter((id) => shardOf(`guides/${id}/`, 2) === shard);

/** The first page that a search on a built site finds. */
async function firstFound(out: string, text: string): Promise<string | undefined> {
  writeFileSync(join(folder, out, 'names.json'), JSON.stringify({ version: 1, guides: [] }));
  const original = globalThis.fetch;
  globalThis.fetch = async (url) => new Response(readFileSync(fileURLToPath(String(url).split('?')[0]!)));
  try {
    const [first] = await siteSearch(`${pathToFileURL(join(folder, out)).href}/`).all(text);
    return first?.url;
  } finally {
    globalThis.fetch = original;
  }
}

test('the text search finds the pages of every shard', async () => {
  assert.equal(await index('all', 'about zebras'), ids.length);
  for (const shard of [0, 1]) {
    const id = guidesOf(shard).at(-1)!;
    const url = await firstFound('all', `lantern number ${id.replace(/\D/g, '')}`);
    assert.ok(url?.endsWith(`/guides/${id}/`), `shard ${shard} gave ${url}`);
  }
});

test('the text search finds the other pages when the page of a guide did not come', async () => {
  const [missing, ...rest] = guidesOf(0) as [string, ...string[]];
  const came = ids.filter((id) => id !== missing);
  assert.equal(await index('fewer', 'about zebras', came), ids.length - 1);
  for (const id of [rest.at(-1)!, guidesOf(1).at(-1)!]) {
    const url = await firstFound('fewer', `lantern number ${id.replace(/\D/g, '')}`);
    assert.ok(url?.endsWith(`/guides/${id}/`), url);
  }
});

/** An index of which nothing is kept. */
const noneBuilt = { reuse: () => undefined, add() {} };

test('SearchPages.end waits for the shard that is being indexed and ends the process when a build fails', async () => {
  const site = join(folder, 'failed');
  mkdirSync(site);
  const before = processes.length;
  const search = createSearchPages(site, noneBuilt, '1', ids);
  for (const id of guidesOf(0)) search.add(pageOf(id));
  await search.end();
  assert.ok(existsSync(join(site, 'pagefind', 'pagefind.js')));
  assert.ok(!existsSync(join(site, 'pagefind', '1')));
  const started = processes.slice(before);
  assert.ok(started.length > 0 && started.every(({ killed }) => killed));
});

test('SearchPages.end ends the process when the index could not be written', async () => {
  const site = join(folder, 'a-file');
  writeFileSync(site, '');
  const before = processes.length;
  const search = createSearchPages(site, noneBuilt, '1', ids);
  for (const id of ids) search.add(pageOf(id));
  await assert.rejects(search.write(), { code: 'ENOTDIR' });
  await search.end();
  const started = processes.slice(before);
  assert.ok(started.length > 0 && started.every(({ killed }) => killed));
});

test('createSearchPages indexes only the shard of a changed page again', async () => {
  const inodes = (site: string) =>
    ['pagefind', 'pagefind/1'].map((shard) => statSync(join(folder, site, shard, 'pagefind-entry.json')).ino);
  await index('again', 'about zebras');
  const before = inodes('again');
  await index('again', 'about giraffes');
  const changed = shardOf(`guides/${ids[0]}/`, 2);
  assert.deepEqual(
    inodes('again').map((inode, shard) => inode !== before[shard]),
    [changed === 0, changed === 1],
  );
  await index('new', 'about giraffes');
  assert.deepEqual(files('again'), files('new'));
});

test('createSearchPages makes one index when pages come in another order', async () => {
  await index('sorted', 'about zebras');
  await index('turned', 'about zebras', ids.toReversed());
  assert.deepEqual(files('sorted'), files('turned'));
});

test('countShards doubles, and each shard has its folder', () => {
  assert.deepEqual([0, 95, 96, 191, 192, 10_000, 1_000_000].map(countShards), [1, 1, 2, 2, 4, 16, 16]);
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
