import { attach } from './attach.ts';
import { addCodes } from './codes.ts';
import type { Format, Reading } from './format.ts';
import { formats } from './formats/index.ts';
import type { Line } from './line.ts';
import { literalsOf, Marks } from './marks.ts';
import type { Trace } from './types.ts';

/** Reads all traces of cleaned lines, in the order of the original text. */
export function readAll(lines: Line[]): Trace[] {
  return addCodes(attach(readings(lines))).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function readings(lines: Line[]): Reading[] {
  const active = activeFormats(lines);
  const found: Reading[] = [];
  let index = 0;
  while (index < lines.length) {
    const reading = readAt(lines, index, active);
    if (reading === undefined) {
      index++;
      continue;
    }
    found.push(...opened(reading));
    index = Math.max(reading.next, index + 1);
  }
  return found;
}

const marks = new Marks();
const literals = formats.map((format) => literalsOf(format.hint));

/** The formats of which some line has the hint. */
function activeFormats(lines: Line[]): Format[] {
  marks.note(lines);
  return formats.filter((format, index) => {
    const wanted = literals[index];
    if (wanted !== undefined && !marks.mayHold(wanted)) return false;
    return lines.some((line) => format.hint.test(line.text));
  });
}

function readAt(lines: Line[], index: number, active: Format[]): Reading | undefined {
  if (lines[index]?.text === '') return undefined;
  for (const format of active) {
    const found = format.read(lines, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A tool's report of another program's output: with an error inside, it reports that one. */
function opened(reading: Reading): Reading[] {
  if (reading.inside === undefined) return [reading];
  const inner = attach(readings(reading.inside)).filter((trace) =>
    trace.exceptions.some((exception) => exception.type !== ''),
  );
  if (inner.length === 0) return [reading];
  return [{ ...reading, reports: 'below' }, ...inner.map((trace) => ({ trace, next: reading.next }))];
}
