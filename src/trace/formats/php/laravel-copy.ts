import { findLine, parseFrames, skipEmptyLines, skipLines } from '../../find-lines.ts';
import { exceptionResult, type ParseResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { matchLocation } from '../../location.ts';
import { parseChain } from '../../parse-chain.ts';
import { joinTrimmed } from '../../pattern-table.ts';

const LOOKAHEAD = 12;
// # Illuminate\Database\QueryException - Internal Server Error
const TITLE = /^(?:# )?(?<type>[A-Z][\w\\]{0,400}) - Internal Server Error$/;
// ### 1. PDOException
const PREVIOUS = /^(?:### )?\d+\. (?<type>[A-Z][\w\\]{0,400})$/;

/** What Laravel's error page copies as Markdown: class, message, versions, calls; then the same of each cause. */
export const parseLaravelCopy = (lines: Line[], from: number): ParseResult | undefined =>
  parseChain(lines, from, (index, before) => {
    const title = before === undefined ? TITLE : PREVIOUS;
    // ## Previous exceptions
    const start =
      before === undefined ? index : findLine(lines, index, index + 3, (text) => PREVIOUS.test(text));
    const type = title.exec(textAt(lines, start ?? -1))?.groups?.['type'];
    if (start === undefined || type === undefined) return undefined;
    const head = skipEmptyLines(lines, start + 1, 2);
    const end = skipLines(lines, head, head + LOOKAHEAD, (text) => text.trim() !== '');
    const stack = findLine(lines, end, end + LOOKAHEAD, parsePlace, (text) => PREVIOUS.test(text)) ?? end;
    const { frames, next } = parseFrames(lines, stack, parsePlace);
    return exceptionResult(lines, start, next, { type, message: joinTrimmed('', lines, head, end), frames });
  });

// 2 - app/Http/Controllers/CartController.php:12
const PLACES = [/^(?:\d+ - )?(?<file>\S{1,400}\.php):(?<line>\d+)$/];
const parsePlace = (text: string) => matchLocation(PLACES, text);
