import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageFolder } from '../../src/files/places.ts';
import { readCacheFile } from '../../src/guide/cache.ts';
import { loadContent } from '../../src/guide/load-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-pool-'));
after(() => rmSync(folder, { recursive: true }));

const content = join(folder, 'content');
cpSync(join(import.meta.dirname, 'content'), content, { recursive: true });
for (let i = 0; i < 20; i++)
  cpSync(join(content, 'shop', 'price-error'), join(content, 'shop', `price-${i}`), { recursive: true });
// Faults of each kind: in a file, in a text, between files, between guides.
writeFileSync(join(content, 'shop', 'price-3', 'guide.mdx'), '---\ntitle: 3\n---\n');
writeFileSync(join(content, 'shop', 'price-4', 'missing', 'test', 'more.txt'), 'more\n');

/** All that loadContent gives, as plain data, with what was compiled. */
async function load(cache: string, threads: number) {
  const places = { code: packageFolder, content, out: join(folder, 'dist'), cache: join(folder, cache) };
  const shares: number[] = [];
  const loaded = await loadContent(places, threads, (share) => shares.push(share));
  const compiled = await Promise.all(
    [...loaded.compiled].map(async ([id, { path, ...facts }]) => [id, facts, await readCacheFile(path)]),
  );
  return {
    shares,
    compiled,
    problems: loaded.problems,
    content: JSON.parse(JSON.stringify(loaded.content)),
  };
}

test('loadContent finds in threads what it finds without them, cold and kept', async () => {
  const alone = await load('alone', 0);
  assert.ok(alone.problems.length > 20);
  assert.equal(alone.compiled.length, 20);
  const { shares: before, ...found } = alone;
  assert.equal(before.length, 21);
  assert.deepEqual(await load('together', 2), alone);
  const { shares, ...kept } = await load('together', 2);
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(kept, found);
});

test('loadContent says which file it could not write when a thread could not', async () => {
  const cache = join(folder, 'blocked');
  cpSync(join(folder, 'alone'), cache, { recursive: true });
  rmSync(join(cache, 'guides'), { recursive: true });
  writeFileSync(join(cache, 'guides'), 'in the way');
  await assert.rejects(load('blocked', 2), (error: NodeJS.ErrnoException) => {
    assert.ok(error instanceof Error);
    assert.equal(error.code, 'ENOTDIR');
    assert.match(error.path ?? '', /blocked/);
    return true;
  });
});
