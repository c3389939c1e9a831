import { exceptionResult, type ParseResult } from '../../format.ts';
import { parseExceptionHeader } from '../../exception-header.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import { type Line, textAt } from '../../line.ts';
import { isMain, parsePhpFrame } from './frame.ts';

const LOOKAHEAD = 8;

// TypeError: total(): Argument #1 must be of type array, null given
//
// Stack trace:
// #0 /srv/shop/cart.php(9): Shop\total(NULL)
/** A type and a message whose place only the frames below tell, as people copy it from a page. */
export function parseHeadedStack(lines: Line[], from: number): ParseResult | undefined {
  const header = parseExceptionHeader(textAt(lines, from).trim());
  if (header === undefined) return undefined;
  const isOther = (text: string) => !/^\s*(?:(?:Stack )?[Tt]race:?)?\s*$/.test(text);
  const stack = findLine(lines, from + 1, from + LOOKAHEAD, (text) => parsePhpFrame(text), isOther);
  if (stack === undefined) return undefined;
  const { frames, next } = parseFrames(lines, stack, parsePhpFrame, isMain);
  return exceptionResult(lines, from, next, { ...header, frames });
}
