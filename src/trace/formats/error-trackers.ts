import { languages } from '../languages.ts';
import { type Format, exceptionResult } from '../format.ts';
import { isExceptionName, parseHeader } from '../exception-header.ts';
import { type Line, textAt } from '../line.ts';
import { languageOfFile } from '../languages.ts';
import { originOfFile } from '../origin.ts';
import { toLocation } from '../location.ts';
import { skipMatching } from '../pattern-table.ts';
import type { Frame } from '../types.ts';

/** What monitors (Bugsnag, Honeybadger, Sentry) copy: the type and the message first, then frames of their own form. */
export const errorTrackers: Format = {
  id: 'error-trackers',
  language: languages.unknown,
  lookahead: { triggers: [' - ', ' of ', 'at line '], lines: 6 },
  logTriggers: ['PROJECT_ROOT'],
  parse(lines, from) {
    const text = textAt(lines, from).trim();
    const head = text.length > 2000 ? undefined : parseHeader(text);
    if (head === undefined || !(isExceptionName(head.type) || /::|\\/.test(head.type))) return undefined;
    let { message } = head;
    let index = from + 1;
    // Sentry puts the message on the next line.
    if (message === '' && frameAt(lines, index) === undefined) message = lines[index++]?.text.trim() ?? '';
    index = skipMatching(lines, index, /^\s*$/, 3);
    const frames: Frame[] = [];
    for (let found = frameAt(lines, index); found !== undefined; found = frameAt(lines, index)) {
      frames.push(found.frame);
      index = found.next;
    }
    if (frames.length === 0) return undefined;
    const language = languageOfFile(frames[0]?.file ?? '');
    if (language === undefined) return undefined;
    return exceptionResult(lines, from, index, { ...head, language, message, frames });
  },
};

const FORMS = [
  // app/models/user.rb:85 - full_name
  /^\s*(?<file>[^\s:][^:\n]{0,300}\.\w{1,5}):(?<line>\d+) - (?<name>\S.{0,200})/,
  // line 109 of [PROJECT_ROOT]/app/services/billing.rb: find_invoice
  /^\s*line (?<line>\d+) of (?<file>\S{1,300}\.\w{1,5}): (?<name>\S.{0,200})/,
  // shop/views/cart.py in total at line 168
  /^\s*(?<file>\S{1,300}\.\w{1,5}) in (?<name>\S{1,200})(?: |\n\s*)at line (?<line>\d+)(?: within \S{1,200})?(?=\n|$)/,
];

function frameAt(lines: Line[], index: number): { frame: Frame; next: number } | undefined {
  const text = `${textAt(lines, index)}\n${textAt(lines, index + 1)}`.slice(0, 900);
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const { file = '', line, name } = match.groups ?? {};
    const path = file.replace('[PROJECT_ROOT]', '').replace('[GEM_ROOT]', '/lib/ruby');
    const shown = file.replace('[PROJECT_ROOT]/', '');
    const frame = {
      ...toLocation({ file: shown, line, name }, originOfFile(path)),
      inputLine: (lines[index] as Line).inputLine,
    };
    return { frame, next: index + match[0].split('\n').length };
  }
  return undefined;
}
