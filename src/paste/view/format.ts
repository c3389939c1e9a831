import { box } from '../../locales/own/box.ts';
import { count, fill, plural } from '../../locales/own/format.ts';
import type { ErrorSummary, Named } from '../worker/summary.ts';

/** `KeyError: 'total'`, on one line. */
export function headline({ type, code, message }: Named): string {
  const first = message.split('\n', 1)[0]!;
  const said = code && !type.includes(code) && !first.includes(code) ? `${type} ${code}` : type;
  return shorten([said, first].filter(Boolean).join(': ') || box.unnamed, 300);
}

/** `app/report.py:7 in rows`. */
export function placeOf({ file, line, function: name }: NonNullable<ErrorSummary['own']>): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place && name ? fill(box.place, { place, function: name }) : place || (name ?? '');
}

/** `4 frames, 1 of them of your code`. */
export function framesOf({ frames, ownFrames }: ErrorSummary): string {
  if (frames === 0) return box.noFrames;
  const all = plural(box.frames, frames);
  if (ownFrames === 0) return fill(box.noneOwn, { frames: all });
  return ownFrames === frames
    ? fill(box.allOwn, { frames: all })
    : fill(box.someOwn, { frames: all, own: ownFrames });
}

/** `line 7`, `lines 7 to 12`. */
export function linesOf([from, to]: [number, number]): string {
  return from === to ? fill(box.line, { line: from }) : fill(box.lineRange, { from, to });
}

/** `412 times: first on lines 12 to 31, last on lines 8,000 to 8,019`. */
export function timesOf({ count: times, first, last }: Occurrences): string {
  if (times === 1) return sentence(linesOf(first));
  return plural(box.repeated, times, { first: linesOf(first), last: linesOf(last) });
}
type Occurrences = { count: number; first: [number, number]; last: [number, number] };

/** `1.2 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return fill(box.bytes, { count: bytes });
  return bytes < 1e6
    ? fill(box.kilobytes, { count: Math.round(bytes / 1000) })
    : fill(box.megabytes, { count: count(bytes / 1e6, 1) });
}

export const shorten = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
