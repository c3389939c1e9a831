import { parseExceptionHeader } from './exception-header.ts';
import { type Line, textAt } from './line.ts';

const MAX_LINES = 60;
// What drivers write behind a blank line of their message.
const DETAIL = /^\s*(?:\(Background on this error|\[SQL: |\[parameters: |DETAIL: |HINT: )/;
const ENTRY_STARTS = [
  '\\s?\\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\\]?[: ]',
  '[\\w.-]+@[\\w.-]+[:~ ]',
  '\\$ ',
  '% ',
  'PS [A-Z]:',
  '>>>(?: |$)',
  '#{2,6} \\S',
  '\\(node:\\d+\\) ',
  // Node's place above a line of source
  '[^\\s:]{1,200}\\.(?:[cm]?js|[cm]?ts):\\d+$',
  'Traceback \\(',
  'During handling of the above',
  'The above exception was',
  'Exception in ',
  'Process completed with',
  '##\\[',
  'npm (?:ERR!|error)',
  'make(?:\\[\\d+\\])?: ',
  '\\s*\\[end of output\\]',
  '[_=!]{3,} .* [_=!]{3,}$',
  // What test runners print after a failure.
  '(?:not )?ok \\d+ ',
  'Ran \\d+ tests? in ',
  'Finished in \\d',
  '\\d+ (?:(?:passing|failing|pending|passed|failed)(?:,| \\(|$)|(?:examples?|runs|tests?|specs?),)',
  'Tests?(?: Suites| Files| run)?: +\\d',
  '(?:FAIL|PASS|FAILED|PASSED|ERROR) \\S+\\.\\w+',
  '(?:info|warn|debug): ',
  '\\S+\\.py:\\d+: \\w*Warning: ',
];

// A log record, a shell prompt, a test report's bar or a trace of its own: no message goes on over it.
const RECORD = new RegExp(`^(?:${ENTRY_STARTS.join('|')})`);

// What people write in Chinese or Japanese below an error that is in English.
const HAN = /[\u3041-\u30ff\u4e00-\u9fff]/;

/**
 * The lines of a message after its first: up to a blank line, a record of its own or what `stop` names.
 * Returns the first line (0-based) that is not of the message.
 */
export function findMessageEnd(
  lines: Line[],
  from: number,
  stop: (text: string, index: number) => boolean,
): number {
  const isStamped = lines[from - 1]?.hasLogPrefix ?? false;
  const isHan = HAN.test(textAt(lines, from - 1));
  let index = from;
  while (index < lines.length && index - from < MAX_LINES) {
    const line = lines[index] as Line;
    if (
      (line.text.trim() === '' && !DETAIL.test(textAt(lines, index + 1))) ||
      (line.hasLogPrefix && !isStamped) ||
      startsLogEntry(line.text) ||
      (!isHan && HAN.test(line.text.slice(0, 2))) ||
      stop(line.text, index)
    )
      break;
    index++;
  }
  return index;
}

/** Whether a line begins something of its own in a log. */
export const startsLogEntry = (text: string) =>
  RECORD.test(text.slice(0, 200)) || parseExceptionHeader(text.slice(0, 200)) !== undefined;

/** The texts of some lines as one message after `first`. */
export function joinMessage(first: string, lines: Line[], from: number, to: number): string {
  const texts = [first];
  for (let index = from; index < to; index++) texts.push(textAt(lines, index).trimEnd());
  return texts.join('\n').trim();
}

/** A message without the line of source and the carets below its first line, and without a test runner's diff. */
export const stripExcerpt = (message: string): string =>
  message
    .replace(/\n\s*\+ expected - actual(?:\n[^]*)?$/, '')
    .replace(/^([^\n]*)\n\n?[^\n]+\n[ \t]*\^+[ \t]*$/, '$1')
    .trimEnd();
