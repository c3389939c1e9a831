import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeFile } from '../../files/code-file.ts';
import { hash } from '../../guide/cache.ts';
import { readKeptFile, writeKeptFile } from '../kept-file.ts';
import { cardPath, type Card, type CardFrame } from './card.ts';

/** The head of a page ends before so many bytes. */
const HEAD_BYTES = 16_384;

/**
 * Draws the pictures that the built pages name, and puts them where the pages name them. One that was drawn before comes from
 * the cache; those that no page names any more leave it.
 * @param dist the built pages
 * @param cacheDir where pictures are kept from one build to the next
 * @returns how many pictures there are, and how many of them were drawn
 */
export async function writeCards(
  dist: string,
  cacheDir: string,
  frame: CardFrame,
): Promise<{ pictures: number; drawn: number }> {
  const cards = await namedCards(dist, frame);
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

/** The pictures that pages name, by path, with what stands on them: a page says it in its own head. */
async function namedCards(dist: string, frame: CardFrame): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>();
  const others: [page: string, image: string][] = [];
  const pages = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'));
  for (const page of pages) {
    const head = await readHead(join(dist, page));
    const title = metaOf(head, 'og:title');
    const image = metaOf(head, 'og:image');
    if (!title || !image || metaOf(head, 'robots')) continue;
    const card = { title, text: metaOf(head, 'og:description') ?? '', ...frame };
    const path = cardPath(card);
    if (image.endsWith(path)) cards.set(path, card);
    else others.push([page, image]);
  }
  for (const [page, image] of others)
    if (![...cards.keys()].some((path) => image.endsWith(path)))
      throw new Error(`${page} names the picture ${image}, which is no page's own.`);
  return cards;
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead).split('</head>')[0]!;
  } finally {
    await handle.close();
  }
}

/** The content of a `<meta>`, as Astro writes it. */
function metaOf(head: string, name: string): string | undefined {
  const [, content] = new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(head) ?? [];
  return content?.replace(
    /&(quot|#34|#38|#39|lt|gt|amp);/g,
    (_, entity: keyof typeof entities) => entities[entity],
  );
}

const entities = { quot: '"', '#34': '"', '#38': '&', '#39': "'", lt: '<', gt: '>', amp: '&' };

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
