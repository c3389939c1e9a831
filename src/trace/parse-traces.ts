import type { Format, ParsedTrace } from './format.ts';
import { formats } from './formats/index.ts';
import type { Line } from './line.ts';
import { mergeReports } from './merge-reports.ts';
import { withMessageCodes } from './message-codes.ts';
import { type FindCandidate, triggerScanner } from './trigger-scanner.ts';
import type { Trace } from './types.ts';

const MAX_REVERSED = 2_000;

/** Parses all traces of cleaned lines; returns them in the order of the original text. */
export const parseTraces = traceParser(formats);

/** Builds the parser of some formats. Where two of them can parse a line, the first does. */
export function traceParser(formats: Format[]): (lines: Line[]) => Trace[] {
  const scanTriggers = triggerScanner(formats);
  const parseLines = (lines: Line[]): Trace[] => mergeReports(tracesIn(lines));

  function tracesIn(lines: Line[]): ParsedTrace[] {
    const findCandidate = scanTriggers(lines);
    const found: ParsedTrace[] = [];
    let index = 0;
    while (index < lines.length) {
      const parsed = parseAt(lines, index, findCandidate);
      if (parsed !== undefined) for (const trace of unwrapNested(parsed, parseLines)) found.push(trace);
      index = Math.max(parsed?.next ?? 0, index + 1);
    }
    return found;
  }

  function parseAt(lines: Line[], index: number, findCandidate: FindCandidate): ParsedTrace | undefined {
    if (lines[index]?.text === '') return undefined;
    for (let at = findCandidate(index, 0); at >= 0; at = findCandidate(index, at + 1)) {
      const format = formats[at] as Format;
      const found = format.parse(lines, index);
      if (found === undefined) continue;
      return { ...found, trace: { format: format.id, language: format.language.id, ...found.trace } };
    }
    return undefined;
  }

  return (lines) =>
    parseEitherOrder(lines, parseLines)
      .map(withMessageCodes)
      .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** A tool's report of another program's output: with an error inside, it refers to that one. */
function unwrapNested(parsed: ParsedTrace, parseLines: (lines: Line[]) => Trace[]): ParsedTrace[] {
  if (parsed.inside === undefined) return [parsed];
  const inner = parseLines(parsed.inside).filter((trace) =>
    trace.exceptions.some((exception) => exception.type !== ''),
  );
  if (inner.length === 0) return [parsed];
  return [{ ...parsed, refersTo: 'next' }, ...inner.map((trace) => ({ trace, next: parsed.next }))];
}

/** Some log viewers show the newest line first. If a trace has no header, the lines are also parsed in reverse. */
function parseEitherOrder(lines: Line[], parseLines: (lines: Line[]) => Trace[]): Trace[] {
  const traces = parseLines(lines);
  if (lines.length > MAX_REVERSED || !traces.some(isHeadless)) return traces;
  const reversed = parseLines(lines.toReversed()).map(({ span: [from, to], ...trace }): Trace => {
    return { ...trace, span: from < to ? [from, to] : [to, from] };
  });
  return reversed.length > 0 && reversed.length <= traces.length && reversed.every(isComplete)
    ? reversed
    : traces;
}

const isHeadless = (trace: Trace) => trace.exceptions.some((exception) => exception.type === '');
const isComplete = (trace: Trace) =>
  trace.exceptions.every((exception) => exception.type !== '') &&
  trace.exceptions.some((exception) => exception.frames.length > 0);
