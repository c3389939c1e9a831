import { parse } from '../trace/index.ts';
import type { Trace } from '../trace/types.ts';
import type { Context } from './causes.ts';
import { match, matchMessage } from './match.ts';
import type { Hit, MatchIndex } from './types.ts';

/** The guides of one site. */
export type Source = {
  index: MatchIndex;
  /** Precedes the ids of its guides in hits; empty for the site's own. */
  prefix: string;
};

/** @returns an index as the only source; sources as they are */
export function sourcesOf(index: MatchIndex | Source[]): Source[] {
  return Array.isArray(index) ? index : [{ index, prefix: '' }];
}

/**
 * Finds the guides of several sites for a trace. Each index is asked alone: no site changes another's hits.
 * @param sources the site's own first; it precedes the others unless one of them fits with more confidence
 */
export function matchSources(trace: Trace, sources: Source[], context: Context): Hit[] {
  return mergeHits(sources.map(({ index, prefix }) => prefixed(match(trace, index, context), prefix)));
}

/** As `matchText`, with the guides of several sites. */
export function matchTextInSources(text: string, sources: Source[]): { trace: Trace; hits: Hit[] }[] {
  let lines: string[] | undefined;
  const context = () => ({ lines: (lines ??= text.split(/\r?\n/)), first: 1 });
  const found = parse(text).map((trace) => ({ trace, hits: matchSources(trace, sources, context) }));
  return found.length > 0 ? found : matchMessageInSources(text, sources);
}

/** As `matchMessage`, with the guides of several sites. */
export function matchMessageInSources(text: string, sources: Source[]): { trace: Trace; hits: Hit[] }[] {
  const found = sources.map(({ index, prefix }) =>
    matchMessage(text, index).map(({ trace, hits }) => ({ trace, hits: prefixed(hits, prefix) })),
  );
  const trace = found.flat()[0]?.trace;
  return trace ? [{ trace, hits: mergeHits(found.map((items) => items.flatMap(({ hits }) => hits))) }] : [];
}

const CONFIDENCE: Record<Hit['confidence'], number> = { exact: 2, likely: 1, possible: 0 };

/** Sites by the confidence of their best hit; of equal ones the first. The hits of a site keep their order. */
function mergeHits(sites: Hit[][]): Hit[] {
  const confidence = ([best]: Hit[]) => (best ? CONFIDENCE[best.confidence] : -1);
  return sites.toSorted((a, b) => confidence(b) - confidence(a)).flat();
}

function prefixed(hits: Hit[], prefix: string): Hit[] {
  return prefix === '' ? hits : hits.map((hit) => ({ ...hit, guide: prefix + hit.guide }));
}
