import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { installOnce, removeUnused } from '../../src/prove/toolchain-cache.ts';

const cache = await mkdtemp(join(tmpdir(), 'tracebook-test-'));
after(() => rm(cache, { recursive: true }));

test('installOnce installs once for the same inputs, also when asked twice at once', async () => {
  let installs = 0;
  const install = async (folder: string) => {
    installs += 1;
    await writeFile(join(folder, 'tool'), 'tool');
  };
  const ask = () => installOnce(cache, 'once', ['lock', '1.2'], install);
  const folders = [...(await Promise.all([ask(), ask()])), await ask()];
  assert.equal(installs, 1);
  assert.equal(new Set(folders).size, 1);
  assert.equal(await readFile(join(folders[0]!, 'tool'), 'utf8'), 'tool');
});

test('installOnce installs apart when an input differs', async () => {
  const install = async () => {};
  const folders = await Promise.all(
    ['1.2', '1.3'].map((version) => installOnce(cache, 'apart', [version], install)),
  );
  assert.notEqual(dirname(folders[0]!), dirname(folders[1]!));
});

test('installOnce keeps nothing of an install that fails, and tries again', async () => {
  const failing = async (folder: string) => {
    await writeFile(join(folder, 'half'), '');
    throw new Error('no network');
  };
  await assert.rejects(installOnce(cache, 'fails', [], failing), /no network/);
  const folder = await installOnce(cache, 'fails', [], async (target) =>
    writeFile(join(target, 'whole'), ''),
  );
  assert.deepEqual(await readdir(folder), ['whole']);
});

test('installOnce removes what a killed install left', async () => {
  const first = await installOnce(cache, 'killed', [], async () => {});
  const home = dirname(first);
  // As if the process had been killed before it wrote `current`.
  await rm(join(home, 'current'));
  await writeFile(join(first, 'half'), '');
  await mkdir(join(home, 'older'));
  const second = await installOnce(cache, 'killed', [], async (target) =>
    writeFile(join(target, 'whole'), ''),
  );
  assert.deepEqual(await readdir(second), ['whole']);
  assert.deepEqual((await readdir(home)).sort(), [basename(second), 'current', 'lock'].sort());
});

test('installOnce installs again when its folder was removed by hand', async () => {
  const install = async (target: string) => writeFile(join(target, 'tool'), '');
  const first = await installOnce(cache, 'removed', [], install);
  await rm(first, { recursive: true });
  assert.deepEqual(await readdir(await installOnce(cache, 'removed', [], install)), ['tool']);
});

test('installOnce installs again when its cache has moved, since an install may hold its path', async () => {
  const install = async (target: string) => writeFile(join(target, 'path'), target);
  await installOnce(join(cache, 'before'), 'moved', [], install);
  await rename(join(cache, 'before'), join(cache, 'behind'));
  const folder = await installOnce(join(cache, 'behind'), 'moved', [], install);
  assert.equal(await readFile(join(folder, 'path'), 'utf8'), folder);
});

test('removeUnused removes an install that nothing used for long, and keeps the others', async () => {
  const [old, used] = await Promise.all(
    ['old', 'used'].map((input) => installOnce(join(cache, 'unused'), 'tool', [input], async () => {})),
  );
  const longAgo = new Date(Date.now() - 40 * 86_400_000);
  for (const folder of [old!, used!]) await utimes(join(dirname(folder), 'current'), longAgo, longAgo);
  await installOnce(join(cache, 'unused'), 'tool', ['used'], async () => {});
  await removeUnused(join(cache, 'unused'), 30);
  assert.deepEqual(await readdir(join(cache, 'unused', 'tool')), [basename(dirname(used!))]);
});
