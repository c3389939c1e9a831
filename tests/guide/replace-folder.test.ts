import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test, type TestContext } from 'node:test';
import { Locked } from '../../src/files/file-lock.ts';
import {
  CannotReplace,
  discard,
  lockFolder,
  openReplaceable,
  replaceFolder,
} from '../../src/site/replace-folder.ts';

/** A folder with a good `dist`, which goes with the test; beside it, one that caches are in. */
async function makeSite(context: TestContext): Promise<{ root: string; dist: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tracebook-replace-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'site');
  const dist = join(root, 'dist');
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'index.html'), 'old');
  return { root, dist };
}

/** Where the spare folder is kept. */
const spareOf = (dist: string) => join(dist, '..', '..', 'spare');

async function writeNext({ next }: { next: string }): Promise<void> {
  await writeFile(join(next, 'index.html'), 'new');
}

const page = (dist: string) => readFile(join(dist, 'index.html'), 'utf8');

test('replaceFolder puts the new folder in place and leaves nothing beside it when all is well', async (context) => {
  const { root, dist } = await makeSite(context);
  const place = await openReplaceable(dist, spareOf(dist));
  await writeNext(place);
  await replaceFolder(place, spareOf(dist));
  assert.equal(await page(dist), 'new');
  await discard(place, spareOf(dist));
  assert.deepEqual(await readdir(root), ['dist']);
});

test('the folder before the last one is what the next one is made of', async (context) => {
  const { dist } = await makeSite(context);
  const spare = spareOf(dist);
  const place = await openReplaceable(dist, spare);
  await writeNext(place);
  await replaceFolder(place, spare);
  const again = await openReplaceable(dist, spare);
  assert.equal(await page(again.next), 'old');
  await discard(again, spare);
  assert.equal(await page(spare), 'old', 'a build that fails keeps it');
});

for (const name of ['spare', 'next'] as const) {
  test(`openReplaceable leaves a folder as it is when a link to it stands in place of the ${name} one`, async (context) => {
    const { root, dist } = await makeSite(context);
    const other = join(root, '..', 'other');
    await mkdir(other);
    await writeFile(join(other, 'file'), 'kept');
    const spare = spareOf(dist);
    await symlink(other, name === 'spare' ? spare : join(root, '.dist-next'));
    const place = await openReplaceable(dist, spare);
    assert.deepEqual(await readdir(place.next), []);
    await writeNext(place);
    await replaceFolder(place, spare);
    await discard(place, spare);
    assert.equal(await page(dist), 'new');
    assert.deepEqual(await readdir(other), ['file']);
  });
}

test('openReplaceable makes an empty folder when a file stands in place of the spare one', async (context) => {
  const { dist } = await makeSite(context);
  await writeFile(spareOf(dist), '');
  const place = await openReplaceable(dist, spareOf(dist));
  assert.deepEqual(await readdir(place.next), []);
});

test('openReplaceable puts the last good folder back when a build was killed between two renames', async (context) => {
  const { root, dist } = await makeSite(context);
  const place = await openReplaceable(dist, spareOf(dist));
  await writeNext(place);
  await rename(dist, place.last);
  await discard(await openReplaceable(dist, spareOf(dist)), spareOf(dist));
  assert.equal(await page(dist), 'old');
  assert.deepEqual(await readdir(root), ['dist']);
});

test('replaceFolder puts the old folder back when the new one is missing', async (context) => {
  const { dist } = await makeSite(context);
  const place = await openReplaceable(dist, spareOf(dist));
  await rm(place.next, { recursive: true });
  await assert.rejects(replaceFolder(place, spareOf(dist)));
  assert.equal(await page(dist), 'old');
});

test('replaceFolder replaces what a symbolic link leads to, and the link stays', async (context) => {
  const { root, dist } = await makeSite(context);
  await rename(dist, join(root, 'real'));
  await symlink('real', dist);
  const place = await openReplaceable(dist, spareOf(dist));
  await writeNext(place);
  await replaceFolder(place, spareOf(dist));
  assert.equal(await page(dist), 'new');
  assert.equal(await readlink(dist), 'real');
});

test('lockFolder refuses a second action while the first one runs, and leaves nothing beside the folder', async (context) => {
  const { root, dist } = await makeSite(context);
  const link = join(root, 'link');
  await symlink('dist', link);
  const refuse = () => lockFolder(link, () => assert.fail('it ran')).catch((error: unknown) => error);
  const refused = await lockFolder(dist, refuse);
  assert.ok(refused instanceof Locked);
  assert.equal(refused.owner, process.pid);
  assert.equal(refused.file, join(root, '.dist-lock'));
  assert.equal(await lockFolder(dist, () => page(dist)), 'old');
  assert.deepEqual((await readdir(root)).sort(), ['dist', 'link']);
});

test('openReplaceable refuses in a sentence when a file stands in place of the folder', async (context) => {
  const { root, dist } = await makeSite(context);
  await writeFile(join(root, 'file'), '');
  await assert.rejects(openReplaceable(join(root, 'file'), spareOf(dist)), (error) => {
    assert.ok(error instanceof CannotReplace);
    assert.match(error.message, /file is a file, and a folder is to stand there\. Move it away\.$/);
    return true;
  });
});

const mounted: string[] = [];
/** Before the folders of the tests are removed. */
const unmountAtEnd = (folder: string) => mounted.push(folder);
afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder]);
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test(
  'replaceFolder refuses in a sentence when the folder is a mount point',
  { skip: !canMount && 'needs root' },
  async (context) => {
    const { dist } = await makeSite(context);
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', dist]);
    unmountAtEnd(dist);
    await writeFile(join(dist, 'index.html'), 'mounted');
    const place = await openReplaceable(dist, spareOf(dist));
    await writeNext(place);
    await assert.rejects(
      replaceFolder(place, spareOf(dist)),
      /dist cannot be written: it is in use, as a mount point is\. Mount its parent folder instead, or name another one\.$/,
    );
    assert.equal(await page(dist), 'mounted');
  },
);

test(
  'openReplaceable refuses in a sentence when the file system is read-only',
  { skip: !canMount && 'needs root' },
  async (context) => {
    const { root } = await makeSite(context);
    const folder = join(root, 'read-only');
    await mkdir(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
    unmountAtEnd(folder);
    for (const open of [
      (path: string) => openReplaceable(path, spareOf(path)),
      (path: string) => lockFolder(path, async () => {}),
    ])
      await assert.rejects(
        open(join(folder, 'dist')),
        /dist cannot be written: the file system is read-only\. Make it writable\.$/,
      );
  },
);
