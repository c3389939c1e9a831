import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori, { type Font } from 'satori';
import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts';

/** What a card is drawn of; a name longer than a line wraps. */
type Box = {
  type: 'div' | 'img';
  props: { style?: object; src?: string; children?: (Box | string)[] | string };
};

const INK = '#161a17';
const SOFT = '#545c56';
const PAPER = '#f3f5f1';
const RED = '#b3172a';
const GREEN = '#0b6b37';

/**
 * Draws the picture of a page for social networks.
 * @returns a PNG of 1200 × 630 pixels
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const [fonts] = await Promise.all([loadFonts(), startResvg()]);
  const svg = await satori(layOut(card) as never, { width: CARD_WIDTH, height: CARD_HEIGHT, fonts });
  const picture = new Resvg(svg);
  const png = picture.render().asPng();
  picture.free();
  return png;
}

function layOut({ title, text, site, address, mark }: Card): Box {
  const { name, rest } = splitTitle(title);
  const mono = { fontFamily: 'Mono', fontWeight: 700, overflowWrap: 'anywhere', lineHeight: 1.15 };
  const heading = [
    ...(name ? [box({ ...mono, fontSize: sizeOf(name, 76) }, name)] : []),
    ...(rest
      ? [
          box(
            { fontFamily: 'Sans', fontWeight: 700, fontSize: sizeOf(rest, name ? 44 : 68), lineHeight: 1.2 },
            rest,
          ),
        ]
      : []),
  ];
  const markUrl = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;
  return box(
    {
      boxSizing: 'border-box',
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
      padding: '60px 72px',
      flexDirection: 'column',
      background: PAPER,
      color: INK,
    },
    box(
      { alignItems: 'center', gap: 20, fontFamily: 'Sans', fontWeight: 700, fontSize: 34 },
      { type: 'img', props: { src: markUrl, style: { width: 56, height: 56 } } },
      site,
    ),
    box(
      { flexDirection: 'column', flexGrow: 1, justifyContent: 'center', gap: 18, overflow: 'hidden' },
      ...heading,
      box({ fontFamily: 'Sans', fontSize: 30, lineHeight: 1.4, color: SOFT }, shorten(text, 170)),
    ),
    box({ fontFamily: 'Mono', fontSize: 26, color: SOFT }, address),
    box(
      { position: 'absolute', left: 0, bottom: 0, width: CARD_WIDTH, height: 14 },
      box({ width: '50%', height: '100%', background: RED }),
      box({ width: '50%', height: '100%', background: GREEN }),
    ),
  );
}

/** Every element that has children is a row of them unless its style says otherwise. */
function box(style: object, ...children: (Box | string)[]): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

/** `WorkerLostError: Worker exited` as its name and what it says. */
function splitTitle(title: string): { name?: string; rest: string } {
  const [, name, rest] = /^([\w.$:-]*[A-Z_][\w.$-]*):\s+(.+)$/.exec(title) ?? [];
  return name && rest ? { name, rest } : { rest: title };
}

/** A long text is set smaller, so that it takes about two lines. */
function sizeOf(text: string, size: number): number {
  const fitting = (2 * 1050) / (text.length * 0.6);
  return Math.max(32, Math.min(size, Math.floor(fitting)));
}

const shorten = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;

let fonts: Promise<Font[]> | undefined;

/** Latin letters with those of all European languages; letters that no font has are left out by Satori. */
function loadFonts(): Promise<Font[]> {
  const require = createRequire(import.meta.url);
  const families = { Mono: 'sometype-mono', Sans: 'inter' };
  fonts ??= Promise.all(
    Object.entries(families).flatMap(([name, family]) =>
      (['latin', 'latin-ext'] as const).flatMap((letters) =>
        ([400, 700] as const).map(async (weight): Promise<Font> => {
          const file = `@fontsource/${family}/files/${family}-${letters}-${weight}-normal.woff`;
          const data = await readFile(require.resolve(file));
          return { name: letters === 'latin' ? name : `${name} ${letters}`, weight, style: 'normal', data };
        }),
      ),
    ),
  );
  return fonts;
}

let started: Promise<void> | undefined;

function startResvg(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  return (started ??= readFile(file).then((wasm) => initWasm(wasm)));
}
