import { findLine, parseFrames, skipEmptyLines, skipLines } from '../../find-lines.ts';
import { exceptionResult, type Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { textAt } from '../../line.ts';
import { matchLocation } from '../../location.ts';
import { joinTrimmed, patternTable } from '../../pattern-table.ts';

const MAX_MESSAGE = 12;

/** Mails of Ruby's exception_notification: the class in a sentence, then the message and the innermost place. */
export const exceptionNotification: Format = {
  id: 'exception-notification',
  language: languages.ruby,
  triggers: [' occurred in', '#'],
  parse(lines, from) {
    const type = OCCURRED.exec(textAt(lines, from))?.[1];
    if (type === undefined) return parseSubject(lines, from);
    const start = skipEmptyLines(lines, from + 1, 3);
    const isMessage = (text: string) => text.trim() !== '' && parsePlace(text) === undefined;
    const end = skipLines(lines, start, start + MAX_MESSAGE, isMessage);
    // The place again, and all others, stand below a title.
    const title = findLine(lines, end, end + 6, (text) => /^\s*Backtrace:?$/.test(text));
    const stack =
      title === undefined
        ? skipEmptyLines(lines, end, 2)
        : skipLines(lines, title + 1, title + 4, (text) => /^[\s-]*$/.test(text));
    const { frames, next } = parseFrames(lines, stack, parsePlace);
    const message = joinTrimmed('', lines, start, end);
    return exceptionResult(lines, from, next, { type, message, frames });
  },
};

// An ActionView::Template::Error occurred in products#show: · PG::UndefinedColumn occurred in
const OCCURRED =
  /^\s*(?:An? (?=.*:$)|(?=[A-Z]\w*::|\w+Error\b))([A-Z]\w{0,80}(?:::\w{1,80}){0,6}) occurred in ?(?:\S{1,400}#\S{1,80}|background at .{5,80}?)? ?:?$/;

const parseSubject = patternTable([
  // products#show (ActionView::Template::Error) "undefined method `code' for nil:NilClass"
  [/^[\w/]{1,400}#\w{1,80} \((?<type>[A-Z]\w{0,80}(?:::\w{1,80}){0,6})\) "(?<message>.{1,4000})"$/],
]);

const parsePlace = (text: string) => matchLocation(PLACES, text);
const PLACES = [
  // app/views/products/show.html.haml:81:in `block in _app_views'
  /^\s*(?<file>[\w./-]{1,400}\.\w{1,6}):(?<line>\d+)(?::in [`'](?<name>.{1,400})')?$/,
];
