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
  /** Words that decide for the cause, by line. */
  deciding: Map<number, string[]>;
  /** HTML of notes, by line. */
  notes: Map<number, string[]>;
  /** How many frames it has, and how many of them are the program's own. */
  frames: { all: number; own: number };
};

/**
 * Puts the notes to their lines and folds what no note speaks of.
 * @param words that decide for the cause, in their order
 */
export function guideTrace(
  guide: Pick<CompiledGuide, 'id' | 'trace'>,
  index: MatchIndex,
  given: TraceNote[],
  words: string[],
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
  const root = trace?.exceptions[trace.root]?.inputLine;
  const deciding = findWords(guide.trace, words, root);
  const open = new Set([...notes.keys(), ...deciding.keys()]);
  return { rows: listingRows(text, trace, open), marks, deciding, notes, frames: countFrames(trace) };
}

/** The line of each of the words: the root's if it has them, else the first from there on that does, else any. */
function findWords(
  lines: CompiledGuide['trace'],
  words: string[],
  root: number | undefined,
): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const word of words) {
    const from = Math.max(0, (root ?? 1) - 1);
    const after = lines.findIndex(({ text }, i) => i >= from && text.includes(word));
    const at = after >= 0 ? after : lines.findIndex(({ text }) => text.includes(word));
    if (at >= 0) found.set(at + 1, [...(found.get(at + 1) ?? []), word]);
  }
  return found;
}

/** The trace of a text that the guide is about. */
export function ownTrace(text: string, guide: string, index: MatchIndex): Trace | undefined {
  const found = matchText(text, index);
  return (found.find(({ hits }) => hits[0]?.guide === guide) ?? found[0])?.trace;
}

function countFrames(trace: Trace | undefined): GuideTrace['frames'] {
  const frames = trace?.exceptions.flatMap((exception) => exception.frames) ?? [];
  return { all: frames.length, own: frames.filter(({ origin }) => origin === 'app').length };
}
