import { languages } from '../languages.ts';
import { type Format, exceptionResult } from '../format.ts';
import { findLine } from '../find-lines.ts';
import { type ExceptionHeader, isExceptionName, parseHeader } from '../exception-header.ts';
import { type Line, textAt } from '../line.ts';
import { languageOfFile } from '../languages.ts';
import { originOfFile } from '../origin.ts';
import { toLocation } from '../location.ts';
import { skipMatching } from '../pattern-table.ts';
import type { Frame } from '../types.ts';
import { parseJavaFrame } from './jvm/java-frame.ts';

const MAX_FACTS = 12;

/** What monitors (Bugsnag, Honeybadger, Sentry) copy: the type and the message first, then frames of their own form. */
export const errorTrackers: Format = {
  id: 'error-trackers',
  language: languages.unknown,
  lookahead: { triggers: [' - ', ' of ', 'at line ', '_ROOT]', 'File "'], lines: MAX_FACTS },
  logTriggers: ['PROJECT_ROOT'],
  parse(lines, from) {
    const head = headAt(lines, from);
    if (head === undefined) return undefined;
    const frames: Frame[] = [];
    let index = head.next;
    for (let found = frameAt(lines, index); found !== undefined; found = frameAt(lines, index)) {
      frames.push(found.frame);
      index = found.next;
    }
    const language = languageOfFile(frames[0]?.file ?? '');
    if (language === undefined) return undefined;
    const { type, message, code } = head;
    return exceptionResult(lines, from, index, { language, type, message, code, frames });
  },
};

type Head = ExceptionHeader & { /** The line (0-based) of the first frame. */ next: number };

// NoMethodError in checkout#create · Shop\OutOfStock in artisan stock:count, as Bugsnag writes it
const IN =
  /^\*{0,2}((?:[a-z]\w{0,80}\.){0,12}[A-Z]\w{0,80}(?:(?:::|\.|\\)\w{1,80}){0,6})\*{0,2} in \*{0,2}(?:[\w/]{1,400}#\w{1,80}|[A-Z]\w{0,80}(?: \/\S{0,400})?|artisan [\w:-]{1,80})\*{0,2}$/;
// Error type: `NoMethodError`, as Airbrake writes it
const TYPE = /^Error type: `?([A-Z]\w{0,80}(?:(?:::|\.)\w{1,80}){0,6})`?$/;
const MESSAGE = /^Error message: `{0,2} ?(.{1,4000}?) ?`{0,2}$/;

function headAt(lines: Line[], from: number): Head | undefined {
  const text = textAt(lines, from).trim();
  if (text.length > 2000) return undefined;
  const type = (text.includes(' in ') ? IN : TYPE).exec(text)?.[1];
  if (type !== undefined) {
    const below = textAt(lines, from + 1).trim();
    const next = findLine(lines, from + 2, from + MAX_FACTS, (_, index) => frameAt(lines, index));
    return next === undefined
      ? undefined
      : { type, message: MESSAGE.exec(below)?.[1] ?? below.replace(/^\[View .*/, ''), next };
  }
  const head = parseHeader(text);
  if (head === undefined || !(isExceptionName(head.type) || /::|\\/.test(head.type))) return undefined;
  let { message } = head;
  let next = from + 1;
  // Sentry puts the message on the next line.
  if (message === '' && textAt(lines, next).trim() !== '' && frameAt(lines, next) === undefined)
    message = textAt(lines, next++).trim();
  next = skipMatching(lines, next, SKIPPED, 5);
  return { ...head, message, next };
}

// ## Backtrace · ... 10 non-project frames
const SKIPPED = /^\s*(?:(?:#{1,6} )?(?:Backtrace|Stack ?trace):?|\.{3} \d+ non-project frames)?\s*$/i;

const FORMS = [
  // app/models/user.rb:85 - full_name
  /^\s*(?<file>[^\s:][^:\n]{0,400}\.\w{1,5}):(?<line>\d+) - (?<name>\S.{0,400})/,
  // line 109 of [PROJECT_ROOT]/app/services/billing.rb: find_invoice
  /^\s*line (?<line>\d+) of (?<file>\S{1,400}\.\w{1,5}): (?<name>\S.{0,400})/,
  // [PROJECT_ROOT]/app/models/list.rb:11:in funnel
  /^\s*(?<file>\[(?:PROJECT|GEM)_ROOT\][^\s:]{1,400}):(?<line>\d+):in (?<name>\S.{0,400})/,
  // 1 File "/srv/app/cart.rb" line 10 in total
  /^\s*(?:\d+(?: |\n\s*))?File "(?<file>[^"\n]{1,400})" line (?<line>\d+) in (?<name>\S.{0,400})/,
  // shop/views/cart.py in total at line 168
  /^\s*(?<file>\S{1,400}\.\w{1,5}) in (?<name>\S{1,400})(?: |\n\s*)at line (?<line>\d+)(?: within \S{1,400})?(?=\n|$)/,
];

function frameAt(lines: Line[], index: number): { frame: Frame; next: number } | undefined {
  const text = `${textAt(lines, index)}\n${textAt(lines, index + 1)}`.slice(0, 2000);
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const { file = '', line, name } = match.groups ?? {};
    const java = parseJavaFrame(`at ${name}(${file}:${line})`);
    const path = file.replace('[PROJECT_ROOT]', '').replace('[GEM_ROOT]', '/lib/ruby');
    const shown = file.replace('[PROJECT_ROOT]/', '');
    const frame = {
      ...(java ?? toLocation({ file: shown, line, name }, originOfFile(path))),
      inputLine: (lines[index] as Line).inputLine,
    };
    return { frame, next: index + match[0].split('\n').length };
  }
  return undefined;
}
