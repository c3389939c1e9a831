import { parse } from '../trace/index.ts';
import type { Frame, Trace } from '../trace/types.ts';

/** One band of a listing: a line, or a run of library lines that is folded. */
export type ListingRow = {
  /** Number of its first line: 1-based. */
  line: number;
  /** Holds newlines where lines are folded. */
  text: string;
  /** Whether the root error's type and message stand here, or a frame of the program, or one of a library. */
  kind?: 'root' | 'own' | 'library';
  /** What a folded run holds: `3 frames in celery and billiard`. */
  fold?: string;
};

/**
 * The lines of a text as bands: the root's line and the program's own frames stand out, frames of libraries are folded.
 * @param trace whose root is marked; without it, the first that the text holds
 * @param open numbers of lines that are never folded, such as those with a note
 */
export function listingRows(
  text: string,
  trace?: Trace,
  open: ReadonlySet<number> = new Set(),
): ListingRow[] {
  const traces = parse(text);
  return rowsOf(text, traces, trace ?? traces[0], open);
}

/** As `listingRows`, for a text whose traces are known. */
export function rowsOf(
  text: string,
  traces: Trace[],
  shown: Trace | undefined,
  open: ReadonlySet<number>,
): ListingRow[] {
  const lines = text.split(/\r\n|\r|\n/);
  const frames = framesByLine(lines, traces);
  const root = shown?.exceptions[shown.root]?.at;
  const rows: ListingRow[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    const frame = frames.get(line);
    if (line === root) rows.push({ line, text: lines[i]!, kind: 'root' });
    else if (frame === undefined) rows.push({ line, text: lines[i]! });
    else if (frame.origin === 'app') {
      rows.push({ line, text: lines[i]!, ...(frame.at === line && { kind: 'own' as const }) });
    } else {
      let end = line;
      while (isFoldable(end + 1, frames, root, open) && !open.has(line)) end++;
      const run = lines.slice(i, end).join('\n');
      const fold = end > line && { fold: foldLabel(frames, line, end) };
      rows.push({ line, text: run, kind: 'library', ...fold });
      i = end - 1;
    }
  }
  return rows;
}

function isFoldable(
  line: number,
  frames: Map<number, Frame>,
  root: number | undefined,
  open: ReadonlySet<number>,
): boolean {
  const frame = frames.get(line);
  return frame !== undefined && frame.origin !== 'app' && line !== root && !open.has(line);
}

/** Each line of a frame, and each deeper line below it, with the frame. */
function framesByLine(lines: string[], traces: Trace[]): Map<number, Frame> {
  const found = new Map<number, Frame>();
  const heads = new Set<number>();
  for (const { exceptions } of traces)
    for (const { at, frames } of exceptions) {
      heads.add(at);
      for (const frame of frames) found.set(frame.at, frame);
    }
  let last: Frame | undefined;
  for (let line = 1; line <= lines.length; line++) {
    const own = found.get(line);
    if (own) last = own;
    else if (heads.has(line)) last = undefined;
    else if (last && depth(lines[line - 1]!) > depth(lines[last.at - 1] ?? '')) found.set(line, last);
    else last = undefined;
  }
  return found;
}

const depth = (text: string) => text.search(/\S|$/);

/** `1 frame in billiard: mark_as_worker_lost, pool.py:1367`, `5 frames in celery and billiard`. */
function foldLabel(frames: Map<number, Frame>, from: number, to: number): string {
  const run = [...new Set(Array.from({ length: to - from + 1 }, (_, i) => frames.get(from + i)!))];
  const owners = [...new Set(run.map(({ package: name, origin }) => name ?? `the ${origin}`))];
  const where = owners.length < 3 ? owners.join(' and ') : `${owners.slice(0, 2).join(', ')} and others`;
  if (run.length > 1) return `${run.length} frames in ${where}`;
  const { function: name, file, line } = run[0]!;
  const place = file && [file.split(/[\\/]/).at(-1), line].filter((part) => part !== undefined).join(':');
  const detail = [name, place].filter(Boolean).join(', ');
  return `1 frame in ${where}${detail && `: ${detail}`}`;
}
