import { parseFrames, skipEmptyLines, skipLines } from '../../find-lines.ts';
import { exceptionResult, type Format } from '../../format.ts';
import { isExceptionName } from '../../exception-header.ts';
import { languages } from '../../languages.ts';
import { textAt } from '../../line.ts';
import { type Location, matchLocation } from '../../location.ts';
import { isMain, parsePhpFrame } from './frame.ts';

/** Laravel's and Symfony's error page as people copy it: the type with blanks around its backslashes, the message. */
export const phpPage: Format = {
  id: 'php-page',
  language: languages.php,
  triggers: [' \\ ', 'Exception (', 'Error ('],
  parse(lines, from) {
    const [, name = '', code] = TITLE.exec(textAt(lines, from).trim().slice(0, 2000)) ?? [];
    const type = name.replace(/ ?\\ ?/g, '\\');
    if (!isExceptionName(type) || (code === undefined && !name.includes(' '))) return undefined;
    const start = skipEmptyLines(lines, from + 1, 2);
    const isMessage = (text: string) => text.trim() !== '' && parsePlace(text) === undefined;
    const end = skipLines(lines, start, start + 6, isMessage);
    if (end === start) return undefined;
    const message = lines
      .slice(start, end)
      .map(({ text }) => text.trim())
      .join('\n');
    const isBetween = (text: string) => isMain(text) || /^\s*(?:$|Stack [Tt]race|at \S)/.test(text);
    const { frames, next } = parseFrames(lines, end, parsePlace, isBetween);
    const state = code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
    return exceptionResult(lines, from, frames.length > 0 ? next : end, {
      type,
      message,
      code: state,
      frames,
    });
  },
};

// Illuminate \ Database \ QueryException (42S02) · ErrorException (E_ERROR)
const TITLE = /^((?:[A-Z]\w{0,80}(?: \\ |\\)){0,12}[A-Z]\w{0,400})(?: \((\w{1,20})\))?$/;

const parsePlace = (text: string): Location | undefined =>
  parsePhpFrame(text) ?? matchLocation(PLACES, text.trim());
const PLACES = [
  // in Connection.php line 664 · at /srv/shop/app/Cart.php:12
  /^(?:in|at) (?<file>\S{1,400}\.php)(?: line |:| \(line )(?<line>\d+)\)?$/,
];
