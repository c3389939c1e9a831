import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cardFrame, cardPath } from '../../src/site/cards/card.ts';
import { cardNamedIn, type NamedCard } from '../../src/site/cards/named-card.ts';
import { writeCards } from '../../src/site/cards/write-cards.ts';

const frame = cardFrame(
  { name: 'Shop errors', url: 'https://shop.example/errors/' },
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
);
let dist: string;
let cache: string;

before(async () => {
  [dist, cache] = await Promise.all(
    ['dist', 'cache'].map((name) => mkdtemp(join(tmpdir(), `tracebook-cards-${name}-`))) as [
      Promise<string>,
      Promise<string>,
    ],
  );
});
after(() => Promise.all([dist, cache].map((dir) => rm(dir, { recursive: true }))));

/** Writes a page whose head is as that of a built page. */
async function writePage(name: string, title: string, text: string): Promise<string> {
  const path = cardPath({ title, text, ...frame });
  const escape = (value: string) => value.replaceAll('&', '&#38;').replaceAll('"', '&#34;');
  const head = `<meta property="og:title" content="${escape(title)}"><meta property="og:description" content="${escape(text)}"><meta property="og:image" content="https://shop.example/errors${path}">`;
  await writeFile(join(dist, name), `<!DOCTYPE html><html><head>${head}</head><body></body></html>`);
  return path;
}

/** Draws the pictures that the pages name. */
async function draw(): Promise<{ pictures: number; drawn: number }> {
  const pages = new Map<string, NamedCard>();
  for (const name of (await readdir(dist)).filter((file) => file.endsWith('.html')))
    pages.set(name, cardNamedIn(await readFile(join(dist, name), 'utf8'))!);
  return await writeCards(dist, cache, pages, frame);
}

/** Width and height, from the header of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('each page has its own picture of 1200 × 630, drawn once and kept for later builds', async () => {
  const paths = [
    await writePage('a.html', 'PriceError: "-1" is no price & never was', 'A price is missing.'),
    await writePage('b.html', 'Fehler für Größen: Łódź', 'Ein Wert fehlt.'),
  ];
  await writePage('c.html', 'Fehler für Größen: Łódź', 'Ein Wert fehlt.');
  assert.deepEqual(await draw(), { pictures: 2, drawn: 2 });
  for (const path of paths) assert.deepEqual(sizeOf(await readFile(join(dist, path))), [1200, 630]);
  const kept = await readdir(cache);
  assert.equal(kept.length, 2);

  assert.deepEqual(await draw(), { pictures: 2, drawn: 0 });
  await writePage('a.html', 'PriceError: another title', 'A price is missing.');
  assert.deepEqual(await draw(), { pictures: 2, drawn: 1 });
  const now = await readdir(cache);
  assert.deepEqual([now.length, now.filter((name) => kept.includes(name)).length], [2, 1]);
});

test('writeCards removes kept files when no page of the build uses them', async () => {
  await writeFile(join(cache, 'old.png'), 'a picture of another version');
  await mkdir(join(cache, 'folder'));
  assert.equal((await draw()).drawn, 0);
  assert.deepEqual(
    (await readdir(cache)).filter((name) => !/^[0-9a-f]{40}$/.test(name)),
    [],
  );
  await rm(join(dist, 'a.html'));
  assert.deepEqual(await draw(), { pictures: 1, drawn: 0 });
  assert.equal((await readdir(cache)).length, 1);
});
