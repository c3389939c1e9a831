import { formats } from './formats/index.ts';
import { attach } from './attach.ts';
import { addCodes } from './codes.ts';
import type { Format, Reading } from './format.ts';
import type { Line } from './line.ts';
import type { Trace } from './types.ts';

/** Reads all traces of cleaned lines, in the order of the original text. */
export function readAll(lines: Line[]): Trace[] {
  const active = formats.filter((format) => lines.some((line) => format.hint.test(line.text)));
  const readings: Reading[] = [];
  let index = 0;
  while (index < lines.length) {
    const found = readAt(lines, index, active);
    if (found === undefined) {
      index++;
      continue;
    }
    readings.push(found);
    index = Math.max(found.next, index + 1);
  }
  return addCodes(attach(readings)).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function readAt(lines: Line[], index: number, active: Format[]) {
  if (lines[index]?.text === '') return undefined;
  for (const format of active) {
    const found = format.read(lines, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
