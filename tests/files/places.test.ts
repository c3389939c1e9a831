import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { test, type TestContext } from 'node:test';
import { isInFolder, makeCache, missingContent, shownFolder, sitePlaces } from '../../src/files/places.ts';

async function makeFolder(context: TestContext, ...folders: string[]): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tracebook-places-')));
  context.after(() => rm(folder, { recursive: true }));
  for (const name of folders) await mkdir(join(folder, name));
  return folder;
}

test('sitePlaces are content/ and dist/ of the folder one is in when nothing else is named', async (context) => {
  const folder = await makeFolder(context);
  const { content, out } = sitePlaces({}, folder);
  assert.deepEqual([content, out], [join(folder, 'content'), join(folder, 'dist')]);
  const named = sitePlaces({ content: '../guides', out: join(folder, 'public') }, folder);
  assert.deepEqual([named.content, named.out], [join(folder, '../guides'), join(folder, 'public')]);
});

test('the cache is in node_modules when that is a folder, and in .tracebook/ otherwise', async (context) => {
  const bare = await makeFolder(context);
  assert.equal(sitePlaces({}, bare).cache, join(bare, '.tracebook'));
  const installed = await makeFolder(context, 'node_modules');
  assert.equal(sitePlaces({}, installed).cache, join(installed, 'node_modules', '.cache', 'tracebook'));
  const linked = await makeFolder(context);
  await symlink(join(installed, 'node_modules'), join(linked, 'node_modules'), 'junction');
  assert.equal(sitePlaces({}, linked).cache, join(linked, '.tracebook'));
  const both = await makeFolder(context, 'node_modules', '.tracebook');
  assert.equal(sitePlaces({}, both).cache, join(both, '.tracebook'));
});

test('the cache belongs in no repository', async (context) => {
  const places = sitePlaces({}, await makeFolder(context));
  makeCache(places);
  makeCache(places);
  assert.equal(await readFile(join(places.cache, '.gitignore'), 'utf8'), '*\n');
});

test('missingContent says what to do when there is no folder', async (context) => {
  const folder = await makeFolder(context, 'content');
  assert.equal(missingContent(sitePlaces({}, folder)), undefined);
  await writeFile(join(folder, 'guides'), '');
  assert.match(missingContent(sitePlaces({ content: 'guides' }, folder))!, /guides is a file, and must be/);
  assert.match(
    missingContent(sitePlaces({ content: 'errors' }, folder))!,
    /^There is no folder \S*errors\/ here\. Make a site with "npx tracebook init", or name its folder with --content\.$/,
  );
});

test('shownFolder is short and has / at its end', () => {
  assert.equal(shownFolder('/srv/site/dist', '/srv/site'), 'dist/');
  assert.equal(shownFolder('/srv/out', '/srv/site'), '../out/');
  assert.equal(shownFolder('/out', '/home/somebody/site'), '/out/');
  assert.equal(shownFolder('C:\\site\\dist', 'C:\\site', win32), 'dist/');
  assert.equal(shownFolder('D:\\out', 'C:\\site', win32), 'D:/out/');
});

test('isInFolder tells what lies below a folder', () => {
  assert.ok(isInFolder('/srv/content', '/srv/content/a/guide.mdx'));
  assert.ok(isInFolder('/srv/content', '/srv/content'));
  assert.ok(isInFolder('/srv/content', '/srv/content/..a'));
  assert.ok(!isInFolder('/srv/content', '/srv/contents/a'));
  assert.ok(!isInFolder('/srv/content', '/srv'));
  assert.ok(isInFolder('C:\\content', 'C:\\content\\a', win32));
  assert.ok(!isInFolder('C:\\content', 'D:\\content\\a', win32));
  assert.ok(!isInFolder('C:\\content', 'C:\\other', win32));
});
