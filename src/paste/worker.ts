import { matchText } from '../match/index.ts';
import type { GuideTitles, MatchIndex } from '../match/types.ts';
import { groupFound, type Item, itemOf, rootCausesFirst } from './group.ts';
import { textOf } from './read.ts';

/** What the page asks. A newer turn ends an older one; so does `cancel`. */
export type Ask =
  | { index: string; titles: string }
  | { turn: number; text: string }
  | { turn: number; file: Blob }
  | { cancel: number };

/** What the page is told. Pasted text goes no further than this worker. */
export type Told = Answer | Reading | { failed: 'index' } | { failed: 'file'; turn: number; reason: string };
export type Answer = {
  turn: number;
  /** Each distinct error once, root causes first. */
  items: Item[];
  /** Distinct errors that there was no room for. */
  dropped: number;
  lines: number;
  /** The share of a file that was read when it was cancelled. */
  cancelledAt?: number;
  /** The guides that are named in hits. */
  guides: GuideTitles[];
};
export type Reading = { turn: number; share: number; errors: number };

/** Milliseconds between two reports on a file. */
const PAUSE = 100;

/** Both are loaded before anything is pasted. */
type Known = { index: MatchIndex; titles: GuideTitles[] };
let loading: Promise<Known | undefined> | undefined;
const scanner = () => import('../match/scan.ts');
let current = 0;

addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  if ('index' in data) {
    loading = load(data);
    // What only logs need comes behind what a paste needs, and before anything is pasted.
    void loading.then(scanner);
    if ((await loading) === undefined) tell({ failed: 'index' });
    return;
  }
  if ('cancel' in data) {
    if (data.cancel === current) current = 0;
    return;
  }
  current = data.turn;
  const known = await loading;
  if (known === undefined) return tell({ failed: 'index' });
  if ('text' in data) {
    const items = groupFound(matchText(data.text, known.index));
    tell(answer(data.turn, items, known, { lines: data.text.split('\n').length, dropped: 0 }));
  } else await readFile(data.turn, data.file, known);
});

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
          tell({ turn, share: share(), errors: groups });
        },
      },
    );
    const cancelledAt = isCancelled() ? { cancelledAt: share() } : {};
    tell({ ...answer(turn, result.groups.map(itemOf), known, result), ...cancelledAt });
  } catch (error) {
    tell({ failed: 'file', turn, reason: error instanceof Error ? error.message : String(error) });
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
  return { turn, items: rootCausesFirst(items), lines, dropped, guides };
}

async function load(urls: { index: string; titles: string }): Promise<Known | undefined> {
  const [index, titles] = await Promise.all([json<MatchIndex>(urls.index), json<GuideTitles[]>(urls.titles)]);
  return index && titles && { index, titles };
}

async function json<Value>(url: string): Promise<Value | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as Value) : undefined;
  } catch {
    return undefined;
  }
}

const tell = (told: Told) => postMessage(told);
