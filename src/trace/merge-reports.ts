import type { ParsedTrace } from './format.ts';
import type { Exception, Trace } from './types.ts';

/** How many lines may lie between an error and a report that refers to it. */
const MAX_ABOVE = 300;
const MAX_BELOW = 60;
/** A shorter message may be the same by chance. */
const MIN_MESSAGE = 12;
const FATAL = 'Fatal error';

/**
 * Merges a report such as `exit code 1` into the error that it refers to. The error stays `root`, the report becomes
 * `reported`. A report without an error stays a trace of its own.
 */
export function mergeReports(parsed: ParsedTrace[]): Trace[] {
  const traces: Trace[] = [];
  /** A report of the error that comes next. */
  let announcing: Trace | undefined;
  for (const { trace, refersTo } of parsed) {
    if (isRepeatedInFull(traces.at(-1), trace)) traces.pop();
    const last = traces.at(-1);
    if (last !== undefined && refersToLast(last, trace, refersTo)) {
      traces[traces.length - 1] = withReportAfter(last, trace, refersTo === 'previousRepeat');
    } else if (announcing !== undefined && announcing === last && isAnnounced(announcing, trace, refersTo)) {
      traces[traces.length - 1] = withReportBefore(trace, announcing);
    } else traces.push(trace);
    announcing = refersTo === 'next' ? trace : undefined;
  }
  return traces;
}

const refersToLast = (last: Trace, report: Trace, refersTo: ParsedTrace['refersTo']) =>
  (refersTo === 'previous' || refersTo === 'previousRepeat') &&
  report.span[0] - last.span[1] <= MAX_ABOVE &&
  !isSameError(last, report);

const isAnnounced = (announcing: Trace, trace: Trace, refersTo: ParsedTrace['refersTo']) =>
  refersTo === undefined && trace.span[0] - announcing.span[1] <= MAX_BELOW;

/**
 * Whether an error without frames is printed again below with frames: the same message, or its start, under the same
 * type or where only the second has one.
 */
function isRepeatedInFull(last: Trace | undefined, trace: Trace): boolean {
  const short = last?.exceptions[last.root];
  const isWord = short?.type === 'error' || short?.type === FATAL;
  return (
    last !== undefined &&
    trace.span[0] - last.span[1] <= MAX_BELOW &&
    trace.exceptions.some(({ type, message, frames }) => {
      const isSameType = type === short?.type || (isWord && message.length >= MIN_MESSAGE);
      if (short === undefined || frames.length <= short.frames.length || !isSameType) return false;
      const first = message.split('\n', 1)[0] as string;
      return first === '' ? short.message === '' : short.message.startsWith(first);
    }) &&
    // PHP's own words have a place.
    last.exceptions.every((exception) => exception.frames.length <= (short?.type === FATAL ? 1 : 0))
  );
}

/** The same report twice refers to two failures. */
function isSameError(last: Trace, report: Trace): boolean {
  const a = last.exceptions[last.reported];
  const b = report.exceptions[report.reported];
  return a?.type === b?.type && a?.message === b?.message;
}

/** The error with a report below it. `isRepeat`: the report has nothing new, and an earlier one stays `reported`. */
function withReportAfter(trace: Trace, report: Trace, isRepeat: boolean): Trace {
  const { exceptions } = trace;
  const reported =
    isRepeat && trace.reported !== trace.root ? trace.reported : exceptions.length + report.reported;
  // The array grows in place: copying it for each of thousands of reports would be quadratic.
  for (const exception of report.exceptions) exceptions.push(exception);
  return { ...trace, exceptions, reported, span: joinSpans(trace, report) };
}

/** The error with a report above it. */
function withReportBefore(trace: Trace, report: Trace): Trace {
  const shift = report.exceptions.length;
  const inner = trace.exceptions.map((exception): Exception => ({
    ...exception,
    relation: exception.relation ?? 'cause',
  }));
  return {
    ...trace,
    exceptions: [...report.exceptions, ...inner],
    reported: report.reported,
    root: trace.root + shift,
    alternatives: trace.alternatives.map((index) => index + shift),
    span: joinSpans(trace, report),
  };
}

const joinSpans = (a: Trace, b: Trace): Trace['span'] => [
  Math.min(a.span[0], b.span[0]),
  Math.max(a.span[1], b.span[1]),
];
