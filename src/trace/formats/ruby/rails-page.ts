import { findLine, parseFrames, skipLines } from '../../find-lines.ts';
import { exceptionResult, type Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { toAppFrame } from '../../location.ts';
import { parseRubyFrame } from './frame.ts';

const LOOKAHEAD = 60;

/** Rails' error page as people copy it: the type and the action, the message, the source, then traces. */
export const railsPage: Format = {
  id: 'rails-page',
  language: languages.ruby,
  triggers: [' in '],
  parse(lines, from) {
    const type = TITLE.exec(textAt(lines, from).slice(0, 2000))?.[1];
    if (type === undefined) return undefined;
    let index = skipLines(lines, from + 1, from + 4, isEmpty);
    const view = SHOWING.exec(textAt(lines, index).slice(0, 2000))?.groups;
    const place =
      view === undefined
        ? []
        : [toAppFrame((lines[index] as Line).inputLine, view['file'] ?? '', view['line'])];
    if (view !== undefined) index = skipLines(lines, index + 1, index + 4, isEmpty);
    const end = skipLines(lines, index, index + 20, (text) => !isEmpty(text) && !SOURCE.test(text));
    if (end === index) return undefined;
    const message = lines.slice(index, end).map(({ text }) => text.trim());
    const stack = findLine(lines, end, end + LOOKAHEAD, parseRubyFrame, (text) => TITLE.test(text));
    const { frames, next } = parseFrames(lines, stack ?? end, parseRubyFrame);
    return exceptionResult(lines, from, Math.max(next, end), {
      type,
      message: message.join('\n'),
      frames: [...place, ...frames],
    });
  },
};

const isEmpty = (text: string) => text.trim() === '';
// NoMethodError in Carts#index · ActiveRecord::RecordNotFound in Shop::OrdersController#show
const TITLE = /^\s*([A-Z]\w{0,400}(?:::[A-Z]\w{0,400}){0,6}) in [A-Z][\w:]{0,400}#\w{1,400}[?!]?$/;
// Showing /srv/shop/app/views/carts/index.html.erb where line #9 raised:
const SHOWING = /^\s*Showing (?<file>\S.{0,900}?) where line #(?<line>\d+) raised:$/;
const SOURCE = /^\s*(?:Extracted source|Rails\.root|Application Trace|Request|Parameters|app\/)/;
