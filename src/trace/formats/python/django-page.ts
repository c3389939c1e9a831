import { findLine, parseFrames, skipLines } from '../../find-lines.ts';
import { exceptionResult, type Format } from '../../format.ts';
import { isExceptionName } from '../../exception-header.ts';
import { findMessageEnd, joinMessage } from '../../message.ts';
import { languages } from '../../languages.ts';
import { hasAtMostFilled, type Line, textAt } from '../../line.ts';
import { matchLocation, toLocation } from '../../location.ts';
import { languageOf } from '../message-only/language.ts';

const MAX_FIELDS = 80;
/** A longer text has the fields, and the title stands somewhere else. */
const MAX_TITLE_LINES = 30;

/** Django's error page as people copy it: the type and the path, the message, then fields of the request. */
export const djangoPage: Format = {
  id: 'django-page',
  language: languages.python,
  triggers: [' at /'],
  isOldestFirst: true,
  parse(lines, from) {
    const type = TITLE.exec(textAt(lines, from).slice(0, 2000))?.[1];
    if (type === undefined) return undefined;
    const fields = findLine(lines, from + 1, from + 12, (text) => FIELD.test(text));
    if (fields === undefined) return parseTitle(lines, from, type);
    const title = joinLines(lines, from + 1, fields);
    const { values, next } = parseFields(lines, fields);
    const location = parsePlace(values.get('Exception Location') ?? '');
    const stack = skipLines(lines, next, next + 3, (text) => /^\s*$|^Traceback/.test(text));
    const { frames, next: end } = parseFrames(lines, stack, parsePlace, (text) => /^\s+\S|^\s*$/.test(text));
    const place = location === undefined ? [] : [{ ...location, inputLine: lines[fields]!.inputLine }];
    return exceptionResult(lines, from, frames.length > 0 ? end : next, {
      type: values.get('Exception Type')?.split(' ')[0] || type,
      message: values.get('Exception Value') || title,
      frames: frames.length > 0 ? frames : place,
    });
  },
};

/** The title and the message alone, where nobody copied the fields; other frameworks' pages have the same title. */
function parseTitle(lines: Line[], from: number, type: string) {
  const start = textAt(lines, from + 1).trim() === '' ? from + 2 : from + 1;
  const message = textAt(lines, start).trim();
  const isPage = hasAtMostFilled(lines.slice(0, from), 4) && hasAtMostFilled(lines, MAX_TITLE_LINES);
  if (!isExceptionName(type) || message === '' || !isPage) return undefined;
  const groups = SINATRA.exec(textAt(lines, start + 1))?.groups;
  const end = groups === undefined ? findMessageEnd(lines, start + 1, () => false) : start + 1;
  const frames =
    groups === undefined ? [] : [{ ...toLocation(groups), inputLine: (lines[end] as Line).inputLine }];
  return exceptionResult(lines, from, end + frames.length, {
    language: groups === undefined ? languageOf(type, message) : languages.ruby.id,
    type,
    message: joinMessage(message, lines, start + 1, end),
    frames,
  });
}

// file: cart.rb location: total line: 111
const SINATRA = /^\s*file: (?<file>\S{1,400}) location: (?<name>.{1,400}) line: (?<line>\d+)$/;

// OperationalError at /shop/
const TITLE = /^\s*([A-Z]\w{0,400}(?:\.\w{1,400}){0,6}) at \/\S*$/;
// Request Method:<tab>GET · Exception Location: /srv/views.py, line 12, in show
const FIELD =
  /^\s*(Request (?:Method|URL)|Django Version|Exception (?:Type|Value|Location)|Raised during|Python (?:Executable|Version|Path)|Server time):\s*(.*)$/;

/** The fields by name; a value may stand on the lines below its name. */
function parseFields(lines: Line[], from: number): { values: Map<string, string>; next: number } {
  const values = new Map<string, string>();
  let name = '';
  let next = from;
  for (let index = from; index < lines.length && index < from + MAX_FIELDS; index++) {
    const text = textAt(lines, index);
    const [, field, value = ''] = FIELD.exec(text.slice(0, 4000)) ?? [];
    if (field !== undefined) {
      name = field;
      values.set(name, value.trim());
    } else if (/^Traceback|^Error during template/.test(text)) break;
    else if (text.trim() === '') continue;
    else if (name === 'Exception Value') values.set(name, `${values.get(name)}\n${text.trim()}`.trim());
    else if (name !== 'Python Path' || !/^[[ '\]]/.test(text)) break;
    next = index + 1;
  }
  return { values, next };
}

const parsePlace = (text: string) => matchLocation(PLACES, text.trim());
const PLACES = [
  // /srv/shop/views.py, line 12, in show · /srv/shop/views.py line 12 in show
  /^(?:File ")?(?<file>\S.{0,900}?\.\w{2,4})"?,? line (?<line>\d+),? in (?<name>\S{1,400})/,
  // /srv/shop/views.py in show, line 12, of older versions
  /^(?<file>\S.{0,900}?\.\w{2,4}) in (?<name>\S{1,400}?),? line (?<line>\d+)/,
];

const joinLines = (lines: Line[], from: number, to: number) =>
  lines
    .slice(from, to)
    .map(({ text }) => text.trim())
    .join('\n')
    .trim();
