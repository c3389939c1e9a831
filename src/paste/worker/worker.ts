import { matchText } from '../../match/index.ts';
import { readIndex, readTitles } from '../../match/published-index.ts';
import type { GuideTitles, MatchIndex } from '../../match/types.ts';
import { excerptRows } from './excerpt.ts';
import { groupFound, type Item, itemOf, rootCausesFirst } from './group.ts';
import type { Answer, WorkerRequest, WorkerResponse } from './protocol.ts';
import { textOf } from './read-file.ts';

/** Milliseconds between two reports on a file. */
const PAUSE = 100;
/** So many errors of a text come with their lines. */
const MOST_EXCERPTS = 20;

/** Both are loaded before anything is pasted. */
type Known = { index: MatchIndex; titles: GuideTitles[] };
let loading: Promise<Known | undefined> | undefined;
const scanner = () => import('../../match/scan.ts');
let current = 0;

addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  if ('index' in data) {
    loading = load(data);
    // What only logs need comes after what a paste needs, and before anything is pasted.
    void loading.then(scanner);
    if ((await loading) === undefined) reply({ failed: 'index' });
    return;
  }
  if ('cancel' in data) {
    if (data.cancel === current) current = 0;
    return;
  }
  current = data.turn;
  const known = await loading;
  if (known === undefined) return reply({ failed: 'index' });
  if ('text' in data) readText(data.turn, data.text, known);
  else await readFile(data.turn, data.file, known);
});

function readText(turn: number, text: string, known: Known): void {
  try {
    const lines = text.split(/\r\n|\r|\n/);
    const found = matchText(text, known.index);
    const items = rootCausesFirst(groupFound(found));
    items.slice(0, MOST_EXCERPTS).forEach((item) => (item.rows = excerptRows(lines, item)));
    reply(answer(turn, items, known, { lines: lines.length, dropped: 0 }));
  } catch (error) {
    reply({ failed: 'text', turn, reason: reasonOf(error) });
  }
}

async function readFile(turn: number, file: Blob, known: Known): Promise<void> {
  let bytes = 0;
  let last = 0;
  const share = () => (file.size === 0 ? 1 : Math.min(1, bytes / file.size));
  const isCancelled = () => current !== turn;
  try {
    const { scan } = await scanner();
    const result = await scan(
      textOf(file, (read) => (bytes = read)),
      known.index,
      {
        isCancelled,
        onProgress: ({ groups }) => {
          if (performance.now() - last < PAUSE) return;
          last = performance.now();
          reply({ turn, share: share(), errors: groups });
        },
      },
    );
    const cancelledAt = isCancelled() ? { cancelledAt: share() } : {};
    const items = rootCausesFirst(result.groups.map(itemOf));
    reply({ ...answer(turn, items, known, result), ...cancelledAt });
  } catch (error) {
    reply({ failed: 'file', turn, reason: reasonOf(error) });
  }
}

function answer(
  turn: number,
  items: Item[],
  known: Known,
  { lines, dropped }: Pick<Answer, 'lines' | 'dropped'>,
): Answer {
  const named = new Set(items.flatMap(({ hits }) => hits.map(({ guide }) => guide)));
  const guides = known.titles.filter(({ id }) => named.has(id));
  for (const item of items) delete item.trace;
  return { turn, items, lines, dropped, guides };
}

async function load(urls: { index: string; titles: string }): Promise<Known | undefined> {
  try {
    const [index, titles] = await Promise.all([json(urls.index), json(urls.titles)]);
    return { index: readIndex(index), titles: readTitles(titles) };
  } catch {
    return undefined;
  }
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.ok ? await response.json() : undefined;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const reply = (response: WorkerResponse) => postMessage(response);
