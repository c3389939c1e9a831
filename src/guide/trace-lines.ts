import { parsedTraces } from './check/parsed-traces.ts';
import type { Guide } from './content.ts';
import type { NoteAnchor } from './mdx.ts';
import type { Problem } from './problems.ts';
import { recordFile, tracesOf } from './records.ts';

export type TraceLine = {
  text: string;
  /** Of the frame on this line, or that this line belongs to. */
  origin?: 'app' | 'library' | 'runtime';
  /** Whether an exception's type and message begin here. */
  head?: true;
  /** Numbers of the notes about this line, from 1. */
  notes?: number[];
};

/** The lines of an output: each with its frame's origin, heads marked. */
export function readTraceLines(text: string): TraceLine[] {
  const lines: TraceLine[] = text
    .trimEnd()
    .split('\n')
    .map((line) => ({ text: line }));
  for (const { exceptions } of parsedTraces(text)) {
    for (const { inputLine, frames } of exceptions) {
      lines[inputLine - 1]!.head = true;
      for (const frame of frames) lines[frame.inputLine - 1]!.origin = frame.origin;
    }
  }
  let frame: TraceLine | undefined;
  for (const line of lines) {
    if (line.head || line.origin) frame = line;
    else if (frame?.origin && indent(line.text) > indent(frame.text)) line.origin = frame.origin;
    else frame = undefined;
  }
  return lines;
}

/**
 * The trace that a guide reads line by line: the first recorded one of the cause that it shows, with the notes.
 * @param file guide.mdx, for messages
 */
export function readShownTrace(
  guide: Guide,
  notes: NoteAnchor[],
  file: string,
): { lines: TraceLine[]; problems: Problem[] } {
  const shown = guide.causes.find(({ id }) => id === guide.frontmatter.shows);
  const record = shown && tracesOf(shown)[0];
  if (!shown || !record) return { lines: [], problems: [] };
  const lines = readTraceLines(record.trace);
  const problems: Problem[] = [];
  notes.forEach(({ at, line }, index) => {
    const fitting = lines.filter(({ text }) => text.includes(at));
    if (fitting.length === 1) (fitting[0]!.notes ??= []).push(index + 1);
    else {
      const found = fitting.length === 0 ? 'none' : `${fitting.length}`;
      const name = recordFile(shown, record, 'trace.txt');
      const message = `must stand on exactly one line of ${name}, found on ${found}. Copy part of one line.`;
      problems.push({ file, line, field: `<Note at="${at}">`, message });
    }
  });
  return { lines, problems };
}

function indent(text: string): number {
  return text.search(/\S|$/);
}
