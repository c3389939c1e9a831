import assert from 'node:assert/strict';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { packageFolder } from '../../src/files/places.ts';
import { readContent, type Guide } from '../../src/guide/content.ts';
import { isProof } from '../../src/guide/folder-snapshot.ts';
import { loadContent } from '../../src/guide/load-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-kept-guides-'));
after(() => rmSync(folder, { recursive: true }));

/** Files younger than this prove nothing of their bytes. */
const OLD_ENOUGH = 2100;
const MARK = 'As an earlier build found it';

/** A site of its own, built twice: its guide is kept, and known by how its files look. */
function makeSite(name: string) {
  const root = join(folder, name);
  const content = join(root, 'content');
  cpSync(join(import.meta.dirname, 'content'), content, { recursive: true });
  const places = { code: packageFolder, content, out: join(root, 'dist'), cache: join(root, 'cache') };
  const guideDir = join(content, 'shop', 'price-error');
  const record = join(places.cache, 'guides', 'whole', 'shop', 'price-error.json');
  const load = async () => {
    const loaded = await loadContent(places, 0);
    assert.deepEqual(loaded.problems, []);
    return { ...loaded, guide: loaded.content.guides[0]! };
  };
  const readRecord = () => JSON.parse(readFileSync(record, 'utf8'));
  return {
    content,
    guideDir,
    record,
    load,
    readRecord,
    /** Whether the guide was taken from the earlier build: the title that was put into its record is the guide's. */
    async isKept() {
      const kept = readRecord();
      kept.facts.frontmatter.title = MARK;
      writeFileSync(record, JSON.stringify(kept));
      return (await load()).guide.frontmatter.title === MARK;
    },
  };
}

const names = ['same', 'changed', 'edited', 'added', 'touched'] as const;
const sites = Object.fromEntries(names.map((name) => [name, makeSite(name)])) as Record<
  (typeof names)[number],
  ReturnType<typeof makeSite>
>;

before(async () => {
  await setTimeout(OLD_ENOUGH);
  for (const { load } of Object.values(sites)) await load();
});

/** What is asked of a guide after it was taken, without functions. */
const facts = (guide: Guide) => JSON.stringify([guide.sections, guide.app, guide.ci, guide.causes]);

/** A text of the same length. */
const otherText = (text: string) => text.replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x'));

/** Replaces text in a file by text of the same length, and puts its times back. */
function editInSecret(file: string, from: string, to: string): void {
  const { atime, mtime, size } = statSync(file);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  utimesSync(file, atime, mtime);
  assert.equal(statSync(file).size, size);
}

test('a guide that is kept has all that a guide has that is read', async () => {
  const { content, load, isKept } = sites.same;
  assert.ok(await isKept());
  const { guide } = await load();
  const read = readContent(content).content.guides[0]!;
  assert.deepEqual(JSON.parse(facts(guide)), JSON.parse(facts(read)));
  assert.equal(guide.lineOf(['title']), read.lineOf(['title']));
  assert.equal(guide.causes[1]!.lineOf(['sign']), read.causes[1]!.lineOf(['sign']));
});

test('a guide is read again when its compiled file or its record is cut', async () => {
  const { load, isKept, record } = sites.changed;
  const path = [...(await load()).compiled.values()][0]!.path;
  truncateSync(path, 4);
  assert.equal(await isKept(), false, 'a compiled file that is cut');
  assert.ok(statSync(path).size > 4);
  assert.ok(await isKept());
  truncateSync(record, 40);
  assert.notEqual((await load()).guide.frontmatter.title, MARK);
  assert.ok(await isKept());
});

test('an edit that keeps the size and the time of a file is seen', async () => {
  const { content, load, isKept, guideDir } = sites.edited;
  assert.ok(await isKept());
  const { title } = readContent(content).content.guides[0]!.frontmatter;
  editInSecret(join(guideDir, 'guide.mdx'), title, otherText(title));
  assert.equal((await load()).guide.frontmatter.title, otherText(title));
});

test('a file that is added to a folder of a guide is seen', async () => {
  const { isKept, guideDir } = sites.added;
  assert.ok(await isKept());
  writeFileSync(join(guideDir, 'missing', 'test', 'more.txt'), 'more\n');
  await assert.rejects(isKept(), /out of date/);
});

test('a guide whose file was touched is kept, and known by its look afterwards', async () => {
  const { isKept, guideDir, readRecord } = sites.touched;
  const now = new Date();
  utimesSync(join(guideDir, 'guide.mdx'), now, now);
  assert.ok(await isKept());
  assert.equal(readRecord().look, undefined, 'a file that is that young proves nothing');
  await setTimeout(OLD_ENOUGH);
  assert.ok(await isKept());
  assert.ok(readRecord().look);
});

test('a file that is replaced in the second of the build is seen', async () => {
  const { load, readRecord, guideDir } = makeSite('fresh');
  const { title } = (await load()).guide.frontmatter;
  assert.equal(readRecord().look, undefined);
  editInSecret(join(guideDir, 'guide.mdx'), title, otherText(title));
  assert.equal((await load()).guide.frontmatter.title, otherText(title));
});

test('isProof is true when no file was changed within two seconds', () => {
  const at = 1_000_000;
  const look = (mtime: number, ctime: number) => ({ at, paths: '', numbers: [10, mtime, ctime, 7] });
  assert.ok(isProof(look(at - 3000, at - 3000)));
  assert.ok(!isProof(look(at - 3000, at - 1000)));
  assert.ok(!isProof(look(at - 1000, at - 3000)));
});
