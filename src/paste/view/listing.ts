import { parse } from '../../trace/index.ts';
import type { Frame, Trace } from '../../trace/types.ts';

/** One band of a listing: a line, or a run of library lines that is folded. */
export type ListingRow = {
  /** Number of its first line: 1-based. */
  line: number;
  /** Holds newlines where lines are folded. */
  text: string;
  /** Whether the root error's type and message stand here, or a frame of the program, or one of a library. */
  kind?: 'root' | 'own' | 'library';
  /** What a folded run holds; absent where it is shown. */
  fold?: Fold;
};

/** A run of library frames. */
export type Fold = {
  frames: number;
  /** The packages that the frames are in, or what they belong to where no package is known. */
  owners: (string | { origin: 'library' | 'runtime' })[];
  /** Of a single frame: `mark_as_worker_lost, pool.py:1367`. */
  detail?: string;
};

/**
 * Returns the lines of a text as bands: the root's line and the program's own frames stand out, frames of libraries are folded.
 * @param trace whose root is marked; without it, the first that the text holds
 * @param open numbers of lines that are never folded, such as those with a note
 */
export function listingRows(
  text: string,
  trace?: Trace,
  open: ReadonlySet<number> = new Set(),
): ListingRow[] {
  const lines = text.split(/\r\n|\r|\n/);
  const traces = parse(text);
  const numbers = lines.map((_, i) => i + 1);
  return rowsOf((line) => lines[line - 1] ?? '', numbers, traces, trace ?? traces[0], open);
}

/**
 * As `listingRows`, for some lines of a text whose traces are known.
 * @param textOf the text of a line
 * @param numbers of the lines to show, in their order
 */
export function rowsOf(
  textOf: (line: number) => string,
  numbers: number[],
  traces: Trace[],
  shown: Trace | undefined,
  open: ReadonlySet<number>,
): ListingRow[] {
  const frames = framesByLine(textOf, numbers, traces);
  const root = shown?.exceptions[shown.root]?.inputLine;
  const isLibrary = (line: number) => line !== root && frames.has(line) && frames.get(line)!.origin !== 'app';
  const rows: ListingRow[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const line = numbers[i]!;
    const text = textOf(line);
    if (line === root) rows.push({ line, text, kind: 'root' });
    else if (!isLibrary(line))
      rows.push({ line, text, ...(frames.get(line)?.inputLine === line && { kind: 'own' }) });
    else {
      const from = i;
      const isNext = (line: number | undefined) =>
        line !== undefined && line === numbers[i]! + 1 && isLibrary(line) && !open.has(line);
      while (!open.has(line) && isNext(numbers[i + 1])) i++;
      const run = numbers.slice(from, i + 1);
      const fold = run.length > 1 && { fold: foldOf(frames, run) };
      rows.push({ line, text: run.map(textOf).join('\n'), kind: 'library', ...fold });
    }
  }
  return rows;
}

/** Each line of a frame, and each deeper line below it, with the frame. */
function framesByLine(
  textOf: (line: number) => string,
  numbers: number[],
  traces: Trace[],
): Map<number, Frame> {
  const found = new Map<number, Frame>();
  const headers = new Set<number>();
  for (const { exceptions } of traces)
    for (const { inputLine, frames } of exceptions) {
      headers.add(inputLine);
      for (const frame of frames) found.set(frame.inputLine, frame);
    }
  let last: Frame | undefined;
  for (const line of numbers) {
    const own = found.get(line);
    if (own) last = own;
    else if (!headers.has(line) && last && depth(textOf(line)) > depth(textOf(last.inputLine)))
      found.set(line, last);
    else last = undefined;
  }
  return found;
}

const depth = (text: string) => text.search(/\S|$/);

/** What the frames of some lines are in; of one frame, which. */
function foldOf(frames: Map<number, Frame>, lines: number[]): Fold {
  const run = [...new Set(lines.map((line) => frames.get(line)!))];
  const packages = new Set(run.flatMap((frame) => frame.package ?? []));
  const origins = new Set(
    run.flatMap(({ package: name, origin }) => (name === undefined && origin !== 'app' ? origin : [])),
  );
  const owners = [...packages, ...Array.from(origins, (origin) => ({ origin }))];
  if (run.length > 1) return { frames: run.length, owners };
  const { function: name, file, line } = run[0]!;
  const place = file && [file.split(/[\\/]/).at(-1), line].filter((part) => part !== undefined).join(':');
  const detail = [name, place].filter(Boolean).join(', ');
  return { frames: 1, owners, ...(detail && { detail }) };
}
