import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeFile } from '../../files/code-file.ts';
import { hash } from '../../guide/cache.ts';
import { readKeptFile, writeKeptFile } from '../kept-file.ts';
import { cardPath, type Card, type CardFrame } from './card.ts';
import type { NamedCard } from './named-card.ts';

/**
 * Draws the pictures that the built pages name, and puts them where the pages name them. One that was drawn before comes from
 * the cache; those that no page names any more leave it.
 * @param dist the built site
 * @param pages the pictures that pages name, by page
 * @param cacheDir where pictures are kept from one build to the next
 * @returns how many pictures there are, and how many of them were drawn
 */
export async function writeCards(
  dist: string,
  cacheDir: string,
  pages: Map<string, NamedCard>,
  frame: CardFrame,
): Promise<{ pictures: number; drawn: number }> {
  const cards = cardsByPath(pages, frame);
  const version = await drawingVersion();
  await Promise.all([mkdir(join(dist, 'cards'), { recursive: true }), mkdir(cacheDir, { recursive: true })]);
  const used = new Set<string>();
  let drawn = 0;
  for (const [path, card] of cards) {
    const name = hash(version + path);
    used.add(name);
    const kept = join(cacheDir, name);
    let picture: Uint8Array | undefined = readKeptFile(kept);
    if (!picture) {
      // The drawing is loaded when there is something to draw.
      const { drawCard } = await import('./draw-card.ts');
      writeKeptFile(kept, (picture = await drawCard(card)));
      drawn++;
    }
    await writeFile(join(dist, path), picture);
  }
  for (const name of await readdir(cacheDir))
    if (!used.has(name)) await rm(join(cacheDir, name), { recursive: true, force: true });
  return { pictures: cards.size, drawn };
}

/** The pictures by path, with what stands on them. */
function cardsByPath(pages: Map<string, NamedCard>, frame: CardFrame): Map<string, Card> {
  const cards = new Map<string, Card>();
  const others: [page: string, image: string][] = [];
  for (const [page, { image, title, text }] of pages) {
    const card = { title, text, ...frame };
    const path = cardPath(card);
    if (image.endsWith(path)) cards.set(path, card);
    else others.push([page, image]);
  }
  // Without pictures of their own, all pages name that of the first one.
  const images = new Set(others.map(([, image]) => image));
  const unknown = new Set(
    [...images].filter((image) => ![...cards.keys()].some((path) => image.endsWith(path))),
  );
  for (const [page, image] of others)
    if (unknown.has(image)) throw new Error(`${page} names the picture ${image}, which is no page's own.`);
  return cards;
}

/** Changes with the code that draws and with its packages. */
async function drawingVersion(): Promise<string> {
  const files = [
    codeFile(import.meta, 'card'),
    codeFile(import.meta, 'draw-card'),
    join(import.meta.dirname, '../../../package.json'),
  ];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return hash(texts.join('\0'));
}
