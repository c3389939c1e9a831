import { mergeReports } from './merge-reports.ts';
import { addCodes } from './message-codes.ts';
import type { Format, ParsedTrace } from './format.ts';
import { formats } from './formats/index.ts';
import { triggerScanner } from './trigger-scanner.ts';
import type { Line } from './line.ts';
import type { Trace } from './types.ts';

const MAX_TURNED = 2_000;

/** Reads all traces of cleaned lines, in the order of the original text. */
export function parseTraces(lines: Line[]): Trace[] {
  return addCodes(parseEitherOrder(lines)).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/**
 * A viewer that shows the newest line first turns a trace upside down: its frames have no head above them, and read
 * from below they have.
 */
function parseEitherOrder(lines: Line[]): Trace[] {
  const traces = mergeReports(parseLines(lines));
  if (lines.length > MAX_TURNED || !traces.some(isHeadless)) return traces;
  const turned = mergeReports(parseLines(lines.toReversed())).map(({ span: [from, to], ...trace }): Trace => {
    return { ...trace, span: from < to ? [from, to] : [to, from] };
  });
  return turned.length > 0 && turned.length <= traces.length && turned.every(isWhole) ? turned : traces;
}

const isHeadless = (trace: Trace) => trace.exceptions.some((exception) => exception.type === '');
const isWhole = (trace: Trace) =>
  trace.exceptions.every((exception) => exception.type !== '') &&
  trace.exceptions.some((exception) => exception.frames.length > 0);

function parseLines(lines: Line[]): ParsedTrace[] {
  const active = activeFormats(lines);
  const found: ParsedTrace[] = [];
  let index = 0;
  while (index < lines.length) {
    const reading = parseAt(lines, index, active);
    if (reading === undefined) {
      index++;
      continue;
    }
    found.push(...unwrapNested(reading));
    index = Math.max(reading.next, index + 1);
  }
  return found;
}

/** A format and, for each line, whether its traces may begin there. */
type ActiveFormat = { format: Format; candidateLines: Uint8Array };

const scanTriggers = triggerScanner(formats);

/** The formats whose traces the lines may hold. */
const activeFormats = (lines: Line[]): ActiveFormat[] =>
  scanTriggers(lines).flatMap((candidateLines, index) => ({
    format: formats[index] as Format,
    candidateLines,
  }));

function parseAt(lines: Line[], index: number, active: ActiveFormat[]): ParsedTrace | undefined {
  if (lines[index]?.text === '') return undefined;
  for (const { format, candidateLines } of active) {
    const found = candidateLines[index] === 1 ? format.parse(lines, index) : undefined;
    if (found === undefined) continue;
    const { id, language } = format;
    return { ...found, trace: { format: id, language, ...found.trace } };
  }
  return undefined;
}

/** A tool's report of another program's output: with an error inside, it reports that one. */
function unwrapNested(reading: ParsedTrace): ParsedTrace[] {
  if (reading.inside === undefined) return [reading];
  const inner = mergeReports(parseLines(reading.inside)).filter((trace) =>
    trace.exceptions.some((exception) => exception.type !== ''),
  );
  if (inner.length === 0) return [reading];
  return [{ ...reading, refersTo: 'next' }, ...inner.map((trace) => ({ trace, next: reading.next }))];
}
