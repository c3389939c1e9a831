import { parseExceptionHeader } from '../exception-header.ts';
import { type Line, mapLines, withText } from '../line.ts';
import { stripGutter } from './strip-gutter.ts';
import { stripRepeatedPrefix } from './strip-repeated-prefix.ts';
import { logPrefixLength } from '../log-prefix.ts';
import { TRACE_LINE_START } from './line-starts.ts';

const MAX_LAYERS = 4;
// A level behind a time; `ERROR 1062 (23000)` and `ERROR in ./a.js` are the error's own words, and `WARN retrying err="…"`
// says that nothing failed.
const LEVEL =
  /^(?:(?:TRACE|DEBUG|INFO|WARN|WARNING)(?!.{0,400}\serr(?:or)?=")|ERROR|FATAL|CRITICAL|SEVERE) (?!\d+ \(|in \S|\d+ --- )/;
// [2026-02-03 09:41:07,218: INFO/MainProcess] · 2026-02-03 09:41:07 DEBUG
const INFO = /(?<![\w-])(?:TRACE|DEBUG|INFO)(?![\w-])/;
// WARNING: [pool www] child 21 said into stderr: "NOTICE: PHP message: text"
const CHILD =
  /^WARNING: \[pool [\w.-]+\] child \d+ said into std(?:err|out): "(?:NOTICE: )?(.*)"(?:, pipe is closed)?$/;
// A label that a tool repeats on every line; it goes only where a trace's own line follows.
const GYP = 'gyp ERR! stack';
const LABEL = /^(?:\[?(?:ERROR|error|FATAL|SEVERE|WARN)\]?:?|Error:|err:) ?/;
const OWN_LINE = new RegExp(`^\\s*(?:${TRACE_LINE_START})`, 'u');
const isOwnLine = (text: string) =>
  OWN_LINE.test(text) || parseExceptionHeader(text.trimStart()) !== undefined;

/** Takes off what is on the front of lines: times, hosts and levels known by their form, others by being repeated. */
export function stripLogPrefixes(lines: Line[]): Line[] {
  const cut = mapLines(lines, (line) => {
    const text = withoutLogPrefix(line.text);
    if (text === line.text) return line;
    const { inputLine, lastInputLine } = line;
    const isInfo = INFO.test(line.text.slice(0, Math.max(0, line.text.length - text.length)));
    return { text, inputLine, lastInputLine, hasLogPrefix: true, isInfo };
  });
  return mapLines(stripRepeatedPrefix(stripGutter(cut)), (line) => {
    // node-gyp writes its name before every line of a stack.
    if (line.text.startsWith(GYP)) return withText(line, line.text.slice(GYP.length).replace(/^ /, ''));
    const label = LABEL.exec(line.text)?.[0];
    if (label === undefined || !isOwnLine(line.text.slice(label.length, 600))) return line;
    return withText(line, line.text.slice(label.length));
  });
}

/** Loggers log what loggers wrote: each puts its time and level before the last one's. */
function withoutLogPrefix(text: string): string {
  let rest = text;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const length = logPrefixLength(rest);
    if (length === 0) break;
    rest = rest.slice(length).replace(LEVEL, '');
    const said = CHILD.exec(rest);
    if (said?.[1] !== undefined) rest = said[1];
  }
  return rest;
}
