import { type ParseResult, exceptionResult } from '../../format.ts';
import { isExceptionName } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { matchLocation } from '../../location.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import { parsePhpFrame, isMain } from './frame.ts';

/** What Laravel prints to a terminal (Collision) and copies from its page (Ignition): the class, the message, a place. */
export function parseCollision(lines: Line[], from: number): ParseResult | undefined {
  const head = textAt(lines, from).trim().slice(0, 2000);
  const type = /^(\\?[A-Z]\w{0,400}(?:\\\w{1,400}){0,12})$/.exec(head)?.[1] ?? typeOfTest(head);
  if (type === undefined || !(/\\|^error$/.test(type) || isExceptionName(type))) return undefined;
  const stack = findLine(
    lines,
    from + 1,
    from + 12,
    (text) => /^\s*Stack trace:$/.test(text) || LOCATION.test(text),
  );
  if (stack === undefined) return undefined;
  const said = lines.slice(from + 1, stack).map(({ text }) => text.trim());
  const message = said.filter((text) => text !== '' && !/^https?:\/\/\S+$/.test(text));
  if (message.length === 0) return undefined;
  const { frames, next } = parseFrames(
    lines,
    stack,
    (text) => parsePhpFrame(text) ?? matchLocation([LOCATION, NUMBERED], text.trim()),
    (text) => isMain(text) || BETWEEN.test(text),
  );
  return exceptionResult(lines, from, next, { type, message: message.join('\n'), frames });
}

//   at vendor/laravel/framework/src/Illuminate/Database/Connection.php:829
const LOCATION = /^\s*at (?<file>\S.{0,400}?\.php):(?<line>\d+)\s*$/;
//   34  artisan:13
const NUMBERED = /^\d+ {2,}(?<file>\S.{0,400}?):(?<line>\d+)$/;
// What stands among the places: the source, what is left out, and the calls.
const BETWEEN = /^\s*(?:$|[➜>▕|]|\d+ ?[▕|]|\+\d+ vendor frames|Stack trace:|\S+::|[\w\\]+\()/;

// FAILED  Tests\Feature\OrderTest > it shows an order   ModelNotFoundException
/** The type that Pest puts at the end of a failed test's line; a failed assertion has none. */
function typeOfTest(head: string): string | undefined {
  if (!/^FAILED {2}\S.* > /.test(head)) return undefined;
  return / {2}([A-Z]\w{1,80})$/.exec(head)?.[1] ?? 'error';
}
