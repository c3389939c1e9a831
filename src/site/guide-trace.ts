import type { CompiledGuide } from '../guide/compile.ts';
import { matchText } from '../match/index.ts';
import type { MatchIndex } from '../match/types.ts';
import { type ListingRow, listingRows } from '../paste/view/listing.ts';
import type { Trace } from '../trace/types.ts';
import type { TraceNote } from './trace-notes.ts';

/** The trace that a guide shows, ready for its listing. */
export type GuideTrace = {
  rows: ListingRow[];
  /** What is tinted, by line. */
  marks: Map<number, string[]>;
  /** HTML of notes, by line. */
  notes: Map<number, string[]>;
  /** `2 of its 9 frames are of your code.` */
  frames: string;
};

/**
 * Puts the notes to their lines and folds what no note speaks of.
 * @param deciding words that are tinted in the root's line
 */
export function guideTrace(
  guide: Pick<CompiledGuide, 'id' | 'trace'>,
  index: MatchIndex,
  given: TraceNote[],
  deciding: string[],
): GuideTrace {
  const text = guide.trace.map((line) => line.text).join('\n');
  const trace = ownTrace(text, guide.id, index);
  const marks = new Map<number, string[]>();
  const notes = new Map<number, string[]>();
  guide.trace.forEach((line, i) => {
    for (const number of line.notes ?? []) {
      const note = given.find((candidate) => candidate.number === number);
      if (!note) continue;
      marks.set(i + 1, [...(marks.get(i + 1) ?? []), note.at]);
      notes.set(i + 1, [...(notes.get(i + 1) ?? []), note.html]);
    }
  });
  const root = trace?.exceptions[trace.root]?.at;
  if (root !== undefined && deciding.length > 0) marks.set(root, deciding);
  return { rows: listingRows(text, trace, new Set(notes.keys())), marks, notes, frames: framesText(trace) };
}

/** The trace of a text that the guide is about. */
export function ownTrace(text: string, guide: string, index: MatchIndex): Trace | undefined {
  const found = matchText(text, index);
  return (found.find(({ hits }) => hits[0]?.guide === guide) ?? found[0])?.trace;
}

function framesText(trace: Trace | undefined): string {
  const frames = trace?.exceptions.flatMap((exception) => exception.frames) ?? [];
  if (frames.length === 0) return '';
  const own = frames.filter(({ origin }) => origin === 'app').length;
  if (own === 0) return 'No frame of it is your code.';
  return own === frames.length
    ? 'Each of its frames is your code.'
    : `${own} of its ${frames.length} frames are your code.`;
}
