import { parse } from '../../trace/index.ts';
import type { Trace } from '../../trace/types.ts';

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
