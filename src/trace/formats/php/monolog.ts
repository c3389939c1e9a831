import { append } from '../../append.ts';
import { parseResult, type ParseResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { findLine, parseFrames, skipLines } from '../../find-lines.ts';
import type { Exception } from '../../types.ts';
import { toLocation } from '../../location.ts';
import { parsePhpFrame, isMain } from './frame.ts';

// [object] (Illuminate\Database\QueryException(code: 2002): message at /srv/a.php:12)
const OBJECT = /\[object\] \(([\w\\]{1,400})\(code: [\w-]{1,80}\): /;
const LOCATION = /\sat (?<file>(?:[A-Za-z]:)?[^:\n]{1,400}):(?<line>\d+)\)/;
const MAX_LINES = 2_000;
const PREVIOUS = '[previous exception] ';

/** Laravel's and Monolog's line: the exception, then each `[previous exception]`; the last explains the failure. */
export function parseMonolog(lines: Line[], from: number): ParseResult | undefined {
  if (!textAt(lines, from).includes('[object] (')) return undefined;
  const exceptions: Exception[] = [];
  let next = from;
  do {
    const { text, inputLine } = lines[next] as Line;
    // Where newlines are escaped the whole chain is one line.
    for (const part of unescaped(text).split(PREVIOUS)) {
      const found = objectIn(part, lines, next, inputLine);
      if (found !== undefined)
        exceptions.push({ ...found, inputLine, ...(exceptions.length === 0 ? {} : { relation: 'cause' }) });
    }
    const last = exceptions.at(-1);
    if (last === undefined) return undefined;
    const stack = findLine(lines, next + 1, next + MAX_LINES, parseEscapedFrame, (text) =>
      /\[object\] \(|^\s*"\}/.test(text),
    );
    const read = parseFrames(
      lines,
      stack ?? next + 1,
      parseEscapedFrame,
      (text) => isMain(text) || text.trim() === '',
    );
    append(last.frames, read.frames);
    ({ next } = read);
  } while (lines[next]?.text.includes(PREVIOUS));
  return parseResult(
    lines,
    from,
    skipLines(lines, next, next + 1, (text) => /^\s*"\}/.test(text)),
    { exceptions },
  );
}

const unescaped = (text: string) => text.replaceAll('\\\\', '\\');
const parseEscapedFrame = (text: string) => parsePhpFrame(unescaped(text));

function objectIn(
  text: string,
  lines: Line[],
  index: number,
  inputLine: number,
): Omit<Exception, 'inputLine'> | undefined {
  const start = OBJECT.exec(text.slice(0, 8000));
  if (start?.[1] === undefined) return undefined;
  let rest = text.slice(start.index + start[0].length);
  for (let next = index + 1; next < lines.length && next < index + 20 && !LOCATION.test(rest); next++) {
    const { text: below } = lines[next] as Line;
    if (parsePhpFrame(below) !== undefined || below.includes('[object] (')) break;
    rest += `\n${unescaped(below)}`;
  }
  const place = LOCATION.exec(rest);
  const frames = place?.groups === undefined ? [] : [{ ...toLocation(place.groups), inputLine }];
  const message = rest.slice(0, place?.index).replaceAll('\\"', '"');
  return { type: start[1], message, frames };
}
