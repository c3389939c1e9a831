import { parse } from '../../trace/index.ts';
import { textKeys, traceKeys } from '../../match/bucket-keys.ts';
import type { Trace } from '../../trace/types.ts';
import type { Guide } from '../content-types.ts';
import { tracesOf } from '../records.ts';

/** Characters of texts that are remembered; with more, all are forgotten. What is parsed of them takes about as much. */
const MOST_CHARACTERS = 8_000_000;
const parsed = new Map<string, Trace[]>();
let characters = 0;

/** Parses a recorded trace. Several steps ask for the same one: it is parsed once, unless too many came between. */
export function parsedTraces(text: string): Trace[] {
  const known = parsed.get(text);
  if (known) return known;
  characters += text.length;
  if (characters > MOST_CHARACTERS) {
    parsed.clear();
    characters = text.length;
  }
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
