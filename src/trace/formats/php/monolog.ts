import { reading, type Reading } from '../../format.ts';
import type { Line } from '../../line.ts';
import { findLine, readFrames, skipLines } from '../../search.ts';
import type { Exception } from '../../types.ts';
import { toPlace } from '../../place.ts';
import { frameOf, isMain } from './frame.ts';

// [object] (Illuminate\Database\QueryException(code: 2002): message at /srv/a.php:12)
const OBJECT = /\[object\] \(([\w\\]{1,300})\(code: [\w-]{1,40}\): /;
const PLACE = /\sat (?<file>(?:[A-Za-z]:)?[^:\n]{1,400}):(?<line>\d+)\)/;
const MAX_LINES = 2_000;
const PREVIOUS = '[previous exception] ';

/** Laravel's and Monolog's line: the exception, then each `[previous exception]`; the last explains the failure. */
export function readMonolog(lines: Line[], from: number): Reading | undefined {
  if (!(lines[from] as Line).text.includes('[object] (')) return undefined;
  const exceptions: Exception[] = [];
  let next = from;
  do {
    const { text, at } = lines[next] as Line;
    // Where newlines are escaped the whole chain is one line.
    for (const part of unescaped(text).split(PREVIOUS)) {
      const found = objectIn(part, lines, next, at);
      if (found !== undefined)
        exceptions.push({ ...found, at, ...(exceptions.length === 0 ? {} : { relation: 'cause' }) });
    }
    const last = exceptions.at(-1);
    if (last === undefined) return undefined;
    const stack = findLine(lines, next + 1, next + MAX_LINES, phpFrameOf, (text) =>
      /\[object\] \(|^\s*"\}/.test(text),
    );
    const read = readFrames(
      lines,
      stack ?? next + 1,
      phpFrameOf,
      (text) => isMain(text) || text.trim() === '',
    );
    last.frames.push(...read.frames);
    ({ next } = read);
  } while (lines[next]?.text.includes(PREVIOUS));
  return reading(
    lines,
    from,
    skipLines(lines, next, next + 1, (text) => /^\s*"\}/.test(text)),
    { exceptions },
  );
}

const unescaped = (text: string) => text.replaceAll('\\\\', '\\');
const phpFrameOf = (text: string) => frameOf(unescaped(text));

function objectIn(text: string, lines: Line[], index: number, at: number): Omit<Exception, 'at'> | undefined {
  const start = OBJECT.exec(text.slice(0, 8000));
  if (start?.[1] === undefined) return undefined;
  let rest = text.slice(start.index + start[0].length);
  for (let next = index + 1; next < lines.length && next < index + 20 && !PLACE.test(rest); next++) {
    const { text: below } = lines[next] as Line;
    if (frameOf(below) !== undefined || below.includes('[object] (')) break;
    rest += `\n${unescaped(below)}`;
  }
  const place = PLACE.exec(rest);
  const frames = place?.groups === undefined ? [] : [{ ...toPlace(place.groups), at }];
  const message = rest.slice(0, place?.index).replaceAll('\\"', '"');
  return { type: start[1], message, frames };
}
