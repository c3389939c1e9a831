import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openBuiltFiles, writeBuiltFiles } from '../../src/site/built-files.ts';
import { filesOf } from './run-build.ts';

/** What builds do, with units of one file each. */
class Site {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tracebook-built-'));
  readonly cache = join(this.#folder, 'cache');
  readonly dist = join(this.#folder, 'dist');
  readonly spare = join(this.#folder, 'cache', 'spare');
  readonly #next = join(this.#folder, 'next');

  constructor(context: TestContext) {
    context.after(() => rmSync(this.#folder, { recursive: true, force: true }));
    mkdirSync(this.cache);
  }

  /** Builds a site. @param texts by path; the text is the key too @returns the paths that were not written again */
  build(texts: Record<string, string>): string[] {
    if (existsSync(this.spare)) renameSync(this.spare, this.#next);
    else mkdirSync(this.#next);
    const built = openBuiltFiles<null>(this.cache, this.dist, this.#next);
    const taken = Object.entries(texts).filter(([path, key]) => built.reuse(path, key) !== undefined);
    for (const [path, text] of Object.entries(texts))
      if (!taken.some(([other]) => other === path))
        built.add(path, {
          key: text,
          files: writeBuiltFiles(this.#next, [{ path, content: text }]),
          facts: null,
        });
    built.finish();
    if (existsSync(this.dist)) renameSync(this.dist, this.spare);
    renameSync(this.#next, this.dist);
    built.save('last');
    const found = Object.fromEntries(
      [...filesOf(this.dist)].map(([path, bytes]) => [path, bytes.toString()]),
    );
    assert.deepEqual(found, texts);
    return taken.map(([path]) => path);
  }
}

const texts = { 'a/index.html': 'a', 'a/files/b.txt': 'b', 'c.txt': 'c' };
const paths = Object.keys(texts);

test('openBuiltFiles keeps what is as it should be, from the last site and from the one before', (context) => {
  const site = new Site(context);
  assert.deepEqual(site.build(texts), []);
  assert.deepEqual(site.build(texts), paths);
  assert.deepEqual(site.build({ ...texts, 'c.txt': 'new' }), ['a/index.html', 'a/files/b.txt']);
  assert.deepEqual(site.build({ ...texts, 'c.txt': 'new' }), paths, 'what the last build changed is in it');
  assert.deepEqual(site.build({ 'c.txt': 'new', 'a/files/b.txt': 'b' }), ['c.txt', 'a/files/b.txt']);
  assert.deepEqual(site.build(texts), ['a/index.html', 'a/files/b.txt']);
});

test('openBuiltFiles writes a file again when it was changed in the built sites', (context) => {
  const site = new Site(context);
  for (let i = 0; i < 2; i++) site.build(texts);
  for (const folder of [site.dist, site.spare]) {
    writeFileSync(join(folder, 'a', 'index.html'), 'A');
    truncateSync(join(folder, 'c.txt'));
  }
  assert.deepEqual(site.build(texts), ['a/files/b.txt']);
});

test('openBuiltFiles knows a file by what it holds when its times are others', (context) => {
  const site = new Site(context);
  site.build(texts);
  for (const path of paths) utimesSync(join(site.dist, path), 1, 1);
  assert.deepEqual(site.build(texts), paths);
});

test('openBuiltFiles removes what no build wrote when it makes a site of another', (context) => {
  const site = new Site(context);
  for (let i = 0; i < 2; i++) site.build(texts);
  mkdirSync(join(site.spare, 'a', 'own', 'folder'), { recursive: true });
  writeFileSync(join(site.spare, 'a', 'own', 'folder', 'file'), '');
  rmSync(join(site.spare, 'c.txt'));
  mkdirSync(join(site.spare, 'c.txt'));
  assert.deepEqual(site.build(texts), paths);
});

test('openBuiltFiles leaves the last site as it is when it writes another one', (context) => {
  const site = new Site(context);
  for (let i = 0; i < 3; i++) site.build(texts);
  const inode = (folder: string) => statSync(join(folder, 'c.txt')).ino;
  assert.equal(inode(site.dist), inode(site.spare), 'both sites have one file');
  site.build({ ...texts, 'c.txt': 'new' });
  assert.equal(readFileSync(join(site.spare, 'c.txt'), 'utf8'), 'c');
});

test('openBuiltFiles makes a folder where a file stood, and a file where a folder stood', (context) => {
  const site = new Site(context);
  const [file, folder] = [
    { ...texts, 'a/files/d': 'd' },
    { ...texts, 'a/files/d/e.txt': 'e' },
  ];
  for (const next of [file, file, folder, folder, file, file]) site.build(next);
});

test('openBuiltFiles builds the right site when a letter of what it knows is another one', (context) => {
  const site = new Site(context);
  for (let i = 0; i < 3; i++) site.build(texts);
  for (const name of ['built.json', 'spare.json']) {
    const file = join(site.cache, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"facts":null', '"facts":true'));
  }
  assert.deepEqual(site.build(texts), []);
});

for (const name of ['built.json', 'spare.json']) {
  test(`openBuiltFiles builds the right site when ${name} is damaged`, (context) => {
    const site = new Site(context);
    for (let i = 0; i < 3; i++) site.build(texts);
    truncateSync(join(site.cache, name), 20);
    site.build({ ...texts, 'c.txt': 'new' });
  });
}
