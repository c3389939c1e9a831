import { attach } from './attach.ts';
import { addCodes } from './codes.ts';
import type { Format, Found } from './format.ts';
import { formats } from './formats/index.ts';
import { finder } from './hints.ts';
import type { Line } from './line.ts';
import type { Trace } from './types.ts';

const MAX_TURNED = 2_000;

/** Reads all traces of cleaned lines, in the order of the original text. */
export function readAll(lines: Line[]): Trace[] {
  return addCodes(inOrder(lines)).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/**
 * A viewer that shows the newest line first turns a trace upside down: its frames have no head above them, and read
 * from below they have.
 */
function inOrder(lines: Line[]): Trace[] {
  const traces = attach(readings(lines));
  if (lines.length > MAX_TURNED || !traces.some(isHeadless)) return traces;
  const turned = attach(readings(lines.toReversed())).map(({ span: [from, to], ...trace }): Trace => {
    return { ...trace, span: from < to ? [from, to] : [to, from] };
  });
  return turned.length > 0 && turned.length <= traces.length && turned.every(isWhole) ? turned : traces;
}

const isHeadless = (trace: Trace) => trace.exceptions.some((exception) => exception.type === '');
const isWhole = (trace: Trace) =>
  trace.exceptions.every((exception) => exception.type !== '') &&
  trace.exceptions.some((exception) => exception.frames.length > 0);

function readings(lines: Line[]): Found[] {
  const active = activeFormats(lines);
  const found: Found[] = [];
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

/** A format and, for each line, whether its traces may begin there. */
type Active = { format: Format; may: Uint8Array };

const linesOf = finder(formats);

/** The formats whose traces the lines may hold. */
const activeFormats = (lines: Line[]): Active[] =>
  linesOf(lines).flatMap((may, index) => ({ format: formats[index] as Format, may }));

function readAt(lines: Line[], index: number, active: Active[]): Found | undefined {
  if (lines[index]?.text === '') return undefined;
  for (const { format, may } of active) {
    const found = may[index] === 1 ? format.read(lines, index) : undefined;
    if (found === undefined) continue;
    const { id, language } = format;
    return { ...found, trace: { format: id, language, ...found.trace } };
  }
  return undefined;
}

/** A tool's report of another program's output: with an error inside, it reports that one. */
function opened(reading: Found): Found[] {
  if (reading.inside === undefined) return [reading];
  const inner = attach(readings(reading.inside)).filter((trace) =>
    trace.exceptions.some((exception) => exception.type !== ''),
  );
  if (inner.length === 0) return [reading];
  return [{ ...reading, reports: 'below' }, ...inner.map((trace) => ({ trace, next: reading.next }))];
}
