import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { diskCache } from '../../src/guide/cache.ts';

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
