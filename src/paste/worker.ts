import { matchText } from '../match/index.ts';
import type { Hit, MatchIndex } from '../match/types.ts';
import type { Trace } from '../trace/types.ts';

/** What the page asks, and what it is told. Pasted text goes no further than this worker. */
export type Ask = { index: string } | { turn: number; text: string };
export type Answer = {
  turn: number;
  found: { trace: Trace; hits: Hit[] }[];
  guides: MatchIndex['guides'];
  frameworks: MatchIndex['frameworks'];
};

let index: Promise<MatchIndex> | undefined;

addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  if ('index' in data) {
    index = fetch(data.index).then((response) => response.json() as Promise<MatchIndex>);
    return;
  }
  const known = await index!;
  const found = matchText(data.text, known);
  const named = new Set(found.flatMap(({ hits }) => hits.map(({ guide }) => guide)));
  const guides = known.guides.filter(({ id }) => named.has(id));
  postMessage({ turn: data.turn, found, guides, frameworks: known.frameworks } satisfies Answer);
});
