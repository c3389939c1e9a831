import { parse } from '../../trace/index.ts';
import { textKeys, traceKeys } from '../../match/bucket-keys.ts';
import type { Trace } from '../../trace/types.ts';
import type { Guide } from '../content-types.ts';
import { tracesOf } from '../records.ts';

/** Texts that are remembered: the traces of a guide. */
const MOST_TEXTS = 64;
const parsed = new Map<string, Trace[]>();

/** Parses a recorded trace. Several checks ask for the same one; each is parsed once while its guide is checked. */
export function parsedTraces(text: string): Trace[] {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= MOST_TEXTS) parsed.clear();
  const traces = parse(text);
  parsed.set(text, traces);
  return traces;
}

/** The keys of all guides that the match index can find for the recorded traces of a guide, a line each. */
export function traceKeysOf({ causes }: Guide): string {
  const keys = causes.flatMap(tracesOf).flatMap(({ trace }) => {
    const traces = parsedTraces(trace);
    return traces.length > 0 ? traces.flatMap(traceKeys) : textKeys(trace);
  });
  return [...new Set(keys)].join('\n');
}
