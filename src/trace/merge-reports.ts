import type { ParsedTrace } from './format.ts';
import type { Exception, Trace } from './types.ts';

/** How many lines may lie between an error and what reports it. */
const REACH = 300;
const REACH_BELOW = 60;

/**
 * Puts what only reports an error (`Process completed with exit code 1`) to the error it reports: it becomes what was
 * reported, never the root. Without one it stays a trace of its own.
 */
export function mergeReports(found: ParsedTrace[]): Trace[] {
  const traces: Trace[] = [];
  let below: Trace | undefined;
  for (const { trace, refersTo } of found) {
    // A log's line that names what this one tells in full.
    if (isRepeatedInFull(traces.at(-1), trace)) traces.pop();
    const last = traces.at(-1);
    if (
      (refersTo === 'previous' || refersTo === 'previousRepeat') &&
      last !== undefined &&
      trace.span[0] - last.span[1] <= REACH &&
      !isSameError(last, trace)
    ) {
      traces[traces.length - 1] = withReport(last, trace, 'after', refersTo === 'previousRepeat');
    } else if (
      below !== undefined &&
      below === last &&
      refersTo === undefined &&
      trace.span[0] - below.span[1] <= REACH_BELOW
    ) {
      traces[traces.length - 1] = withReport(trace, below, 'before');
    } else traces.push(trace);
    below = refersTo === 'next' ? trace : undefined;
  }
  return traces;
}

/** Whether an error without frames has the type and the message, or more behind it, of one below it that has some. */
function isRepeatedInFull(last: Trace | undefined, trace: Trace): boolean {
  const said = last?.exceptions[last.root];
  return (
    last !== undefined &&
    trace.span[0] - last.span[1] <= REACH_BELOW &&
    last.exceptions.every((exception) => exception.frames.length === 0) &&
    trace.exceptions.some(({ type, message, frames }) => {
      if (frames.length === 0 || type !== said?.type) return false;
      const first = message.split('\n', 1)[0] as string;
      return first === '' ? said.message === '' : said.message.startsWith(first);
    })
  );
}

/** The same report again: of another failure. */
function isSameError(last: Trace, report: Trace): boolean {
  const told = last.exceptions[last.reported];
  const said = report.exceptions[report.reported];
  return told?.type === said?.type && told?.message === said?.message;
}

/** The error with the exceptions of its report, in printed order. */
function withReport(trace: Trace, report: Trace, where: 'before' | 'after', isAgain = false): Trace {
  const isBefore = where === 'before';
  const keepsReport = isAgain && trace.reported !== trace.root;
  const shift = isBefore ? report.exceptions.length : 0;
  const inner: Exception[] = isBefore
    ? trace.exceptions.map((item) => ({ ...item, relation: item.relation ?? 'cause' }))
    : trace.exceptions;
  return {
    ...trace,
    exceptions: isBefore ? [...report.exceptions, ...inner] : [...inner, ...report.exceptions],
    reported: isBefore ? report.reported : keepsReport ? trace.reported : inner.length + report.reported,
    root: trace.root + shift,
    alternatives: trace.alternatives.map((index) => index + shift),
    span: [Math.min(trace.span[0], report.span[0]), Math.max(trace.span[1], report.span[1])],
  };
}
