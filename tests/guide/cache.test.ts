import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { diskCache, isDamagedCache, readCacheFile } from '../../src/guide/cache.ts';

const damages: Record<string, (path: string) => Promise<unknown>> = {
  'is an empty object': (path) => writeFile(path, '{}'),
  'is null': (path) => writeFile(path, 'null'),
  'is cut in half': async (path) => writeFile(path, (await readFile(path, 'utf8')).slice(0, 20)),
  'is of other inputs': (path) => writeFile(path, '{"key":"other","value":{"n":7}}'),
  'is a folder': (path) => rm(path).then(() => mkdir(join(path, 'below'), { recursive: true })),
};

for (const [what, damage] of Object.entries(damages)) {
  test(`diskCache computes the value again when its file ${what}`, async (context) => {
    const dir = await mkdtemp(join(tmpdir(), 'tracebook-cache-'));
    context.after(() => rm(dir, { recursive: true }));
    const cache = diskCache(dir, '1');
    const first = await cache('inputs', async () => ({ n: 1 }));
    await damage(first!.path);
    const again = await cache('inputs', async () => ({ n: 2 }));
    assert.deepEqual(again, { value: { n: 2 }, path: first!.path });
    assert.deepEqual(await cache('inputs', async () => ({ n: 3 })), again);
  });
}

test('readCacheFile throws an error that its causes are asked for when the file is missing or damaged', async (context) => {
  const dir = await mkdtemp(join(tmpdir(), 'tracebook-cache-'));
  context.after(() => rm(dir, { recursive: true }));
  const file = join(dir, 'entry.json');
  const fault = () =>
    readCacheFile(file).then(
      () => assert.fail('it was read'),
      (error: unknown) => error,
    );
  assert.ok(isDamagedCache(await fault()));
  for (const text of ['', '####', '{"key":', 'null']) {
    await writeFile(file, text);
    const error = await fault();
    assert.ok(isDamagedCache(new Error('A page cannot be rendered.', { cause: error })), text);
  }
  assert.ok(!isDamagedCache(new Error('another')));
});
