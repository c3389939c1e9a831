import { parse } from '../trace/index.ts';
import type { Trace } from '../trace/types.ts';
import { fingerprint } from './fingerprint.ts';
import type { Context } from './causes.ts';
import { type CachedErrors, SegmentCache } from './segment-cache.ts';
import { LineLimiter } from './limit-lines.ts';
import { copyText, countLines, linesAfter, linesBefore } from './offsets.ts';
import { nextSegment } from './segment.ts';
import { matchMessageInSources, matchSources, type Source, sourcesOf } from './sources.ts';
import type { Hit, MatchIndex } from './types.ts';

/** One distinct error of a log. Lines are lines of the whole log: 1-based. */
export type Group = {
  /** Its first occurrence. */
  trace: Trace;
  hits: Hit[];
  count: number;
  /** First and last line of the first and of the last occurrence. */
  first: [from: number, to: number];
  last: [from: number, to: number];
};

export type Progress = { characters: number; lines: number; groups: number };

export type Scan = {
  /** In the order in which they occur; those that tell only that a process ended come last. */
  groups: Group[];
  lines: number;
  /** Errors left out because there were more distinct ones than are kept. */
  dropped: number;
  /** Lines that were cut because they were too long for any error. */
  cut: number;
};

export type ScanOptions = {
  /** Called after each batch of some tens of kilobytes. */
  onProgress?: (progress: Progress) => void;
  /** Returns true when the scan is to stop; what was found until then is the result. */
  isCancelled?: () => boolean;
};

const BATCH = 65_536;
/** A text up to this long is read whole, as a paste is; in a longer one only what looks like an error is read. */
export const WHOLE = 262_144;
const CONTEXT = 50;
const MAX_GROUPS = 5_000;
const MAX_WAITING = 8_000_000;

/**
 * Reads a text of any size in chunks and groups its errors. Holds a few megabytes at a time, whatever the size.
 * @param index of the guides; of several sites a source each
 */
export async function scan(
  chunks: AsyncIterable<string> | Iterable<string>,
  index: MatchIndex | Source[],
  options: ScanOptions = {},
): Promise<Scan> {
  const state: State = {
    text: '',
    done: 0,
    line: 1,
    characters: 0,
    groups: new Map(),
    dropped: 0,
    sources: sourcesOf(index),
    cache: new SegmentCache(),
  };
  const limiter = new LineLimiter();
  let batch: string[] = [];
  let size = 0;
  const flush = (isLast: boolean) => {
    feed(state, batch.join(''), isLast);
    batch = [];
    size = 0;
    options.onProgress?.({
      characters: state.characters,
      lines: state.line - 1 + countLines(state.text, 0, state.text.length),
      groups: state.groups.size,
    });
  };
  let isCancelled = false;
  for await (const chunk of chunks) {
    isCancelled = options.isCancelled?.() ?? false;
    if (isCancelled) break;
    const part = limiter.limit(chunk);
    batch.push(part);
    size += part.length;
    if (state.characters === 0 && size < WHOLE) continue;
    // What waits for the end of a trace is looked at again each time: growing batches keep that linear.
    if (size >= Math.max(BATCH, state.text.length / 2)) flush(false);
  }
  // What a cancelled scan has in hand may end in the middle of a trace.
  if (!isCancelled) flush(true);
  const all = [...state.groups.values()];
  const groups = [...all.filter(({ trace }) => !isExit(trace)), ...all.filter(({ trace }) => isExit(trace))];
  const end = state.text;
  const lines = state.line - 1 + countLines(end, 0, end.length) + (end === '' || end.endsWith('\n') ? 0 : 1);
  return { groups, lines, dropped: state.dropped, cut: limiter.cut };
}

type State = {
  /** Text in hand: lines kept as context, then from `done` on what is still to be read. */
  text: string;
  done: number;
  /** Number of the first line in `text`. */
  line: number;
  characters: number;
  groups: Map<string, Group>;
  dropped: number;
  sources: Source[];
  cache: SegmentCache;
};

function feed(state: State, chunk: string, isLast: boolean): void {
  state.characters += chunk.length;
  const isWhole = isLast && state.characters === chunk.length;
  const text = state.text + chunk;
  // What ends behind this has too few lines after it in hand.
  const enough = isLast ? text.length : linesBefore(text, text.length, CONTEXT + 1);
  let done = state.done;
  let counted = 0;
  let line = state.line;
  for (;;) {
    const segment = isWhole && done < text.length ? { from: 0, to: text.length } : nextSegment(text, done);
    if (segment === undefined) {
      done = isLast ? text.length : Math.max(done, text.lastIndexOf('\n') + 1);
      break;
    }
    const { from } = segment;
    const to = segment.to < 0 ? text.length : segment.to;
    if ((segment.to < 0 || to > enough) && !isLast && text.length - from < MAX_WAITING) {
      done = from;
      break;
    }
    line += countLines(text, counted, from);
    counted = from;
    collect(state, text.slice(from, to), line, contextOf(text, from, to, line));
    if (isWhole && state.groups.size === 0) collectMessage(state, text);
    done = to;
    if (to >= text.length) break;
  }
  const keep = linesBefore(text, done, CONTEXT);
  state.line = line + (keep >= counted ? countLines(text, counted, keep) : -countLines(text, keep, counted));
  state.text = text.slice(keep);
  state.done = done - keep;
}

/** The lines of a part and those around it; `line` is the number of the part's first. */
function contextOf(text: string, from: number, to: number, line: number): Context {
  return () => {
    const before = linesBefore(text, from, CONTEXT);
    const after = linesAfter(text, to, CONTEXT);
    return {
      lines: copyText(text.slice(before, after < 0 ? text.length : after)).split(/\r?\n/),
      first: line - countLines(text, before, from),
    };
  };
}

function collect(state: State, text: string, line: number, context: Context): void {
  const cacheKey = state.cache.keyOf(text);
  const known = state.cache.get(cacheKey);
  if (known !== undefined) {
    for (const { key, from, to } of known) count(state, key, [from + line, to + line]);
    return;
  }
  let around: ReturnType<Context> | undefined;
  const found: CachedErrors = [];
  // What is kept of it must not keep the batch.
  for (const trace of parse(copyText(text))) {
    const [from, to] = trace.span;
    const key = fingerprint(trace);
    found.push({ key, from: from - 1, to: to - 1 });
    if (count(state, key, [from + line - 1, to + line - 1])) continue;
    const own = shiftLines(trace, line - 1);
    const hits = matchSources(own, state.sources, () => (around ??= context()));
    state.groups.set(key, { trace: own, hits, count: 1, first: own.span, last: own.span });
  }
  state.cache.set(cacheKey, found);
}

/** A short text without a trace may be a message. */
function collectMessage(state: State, text: string): void {
  for (const { trace, hits } of matchMessageInSources(text, state.sources))
    state.groups.set(fingerprint(trace), { trace, hits, count: 1, first: trace.span, last: trace.span });
}

/** Counts one more of an error that is known, or for which there is no room; says whether it was either. */
function count(state: State, key: string, span: [number, number]): boolean {
  const group = state.groups.get(key);
  if (group !== undefined) {
    group.count++;
    group.last = span;
  } else if (state.groups.size >= MAX_GROUPS) state.dropped++;
  else return false;
  return true;
}

/** Whether a trace tells only that a process ended: `Process completed with exit code 1`. */
const isExit = ({ exceptions }: Trace) =>
  exceptions.every(({ type, frames }) => type === 'exit' && frames.length === 0);

/** The trace with all its lines moved down. */
function shiftLines(trace: Trace, by: number): Trace {
  if (by === 0) return trace;
  return {
    ...trace,
    span: [trace.span[0] + by, trace.span[1] + by],
    exceptions: trace.exceptions.map((exception) => ({
      ...exception,
      inputLine: exception.inputLine + by,
      frames: exception.frames.map((frame) => ({ ...frame, inputLine: frame.inputLine + by })),
    })),
  };
}
