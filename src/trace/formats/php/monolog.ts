import { reading, type Reading } from '../../format.ts';
import type { Line } from '../../line.ts';
import type { Exception } from '../../types.ts';
import { toPlace } from '../../place.ts';
import { frameOf } from './frame.ts';

// [object] (Illuminate\Database\QueryException(code: 2002): message at /srv/a.php:12)
const OBJECT = /\[object\] \(([\w\\]{1,300})\(code: [\w-]{1,40}\): /;
const PLACE = / at (?<file>(?:[A-Za-z]:)?[^:\n]{1,400}):(?<line>\d+)\)/;
const MAX_LINES = 2_000;

/** Laravel's and Monolog's line: the exception, then each `[previous exception]`; the last explains the failure. */
export function readMonolog(lines: Line[], from: number): Reading | undefined {
  if (!(lines[from] as Line).text.includes('[object] (')) return undefined;
  const exceptions: Exception[] = [];
  let end = from + 1;
  for (let index = from; index < lines.length && index < from + MAX_LINES; index++) {
    const { text: raw, at } = lines[index] as Line;
    const text = raw.includes('\\\\') ? raw.replaceAll('\\\\', '\\') : raw;
    const last = exceptions.at(-1);
    const frame = frameOf(text);
    if (text.includes('[object] (')) {
      if (exceptions.length > 0 && !text.includes('[previous exception]')) break;
      const found = objectIn(text, lines, index, at);
      if (found === undefined) break;
      exceptions.push({ ...found, at, ...(last === undefined ? {} : { relation: 'cause' as const }) });
      // Where newlines are escaped the whole chain is one line.
      for (const part of text.split('[previous exception] ').slice(exceptions.length === 1 ? 1 : 2)) {
        const inner = objectIn(part, [], index, at);
        if (inner !== undefined) exceptions.push({ ...inner, at, relation: 'cause' });
      }
    } else if (frame !== undefined) last?.frames.push({ ...frame, at });
    else if (
      !/^\s*(?:\[stacktrace\]\s*|"\}.*|#\d+ \{main\}.*)?$/.test(text) &&
      (last === undefined || last.frames.length > 1)
    )
      break;
    end = index + 1;
    if (/^\s*"\}/.test(text)) break;
  }
  if (exceptions.length === 0) return undefined;
  return reading(lines, from, end, { exceptions });
}

function objectIn(text: string, lines: Line[], index: number, at: number): Omit<Exception, 'at'> | undefined {
  const start = OBJECT.exec(text.slice(0, 8000));
  if (start?.[1] === undefined) return undefined;
  let rest = text.slice(start.index + start[0].length);
  for (let next = index + 1; next < lines.length && next < index + 20 && !PLACE.test(rest); next++) {
    const { text: below } = lines[next] as Line;
    if (frameOf(below) !== undefined || below.includes('[object] (')) break;
    rest += `\n${below.replaceAll('\\\\', '\\')}`;
  }
  const place = PLACE.exec(rest);
  const frames = place?.groups === undefined ? [] : [{ ...toPlace(place.groups), at }];
  const message = rest.slice(0, place?.index).replaceAll('\\"', '"');
  return { type: start[1], message, frames };
}
