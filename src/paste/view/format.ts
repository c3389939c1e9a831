import type { ErrorSummary, Named } from '../worker/summary.ts';

/** `KeyError: 'total'`, on one line. */
export function headline({ type, code, message }: Named): string {
  const first = message.split('\n', 1)[0]!;
  const said = code && !type.includes(code) && !first.includes(code) ? `${type} ${code}` : type;
  return shorten([said, first].filter(Boolean).join(': ') || 'An error without a name', 300);
}

/** `app/report.py:7 in rows`. */
export function placeOf({ file, line, function: name }: NonNullable<ErrorSummary['own']>): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return [place, name].filter(Boolean).join(' in ');
}

/** `4 frames, 1 of them of your code`. */
export function framesOf({ frames, ownFrames }: ErrorSummary): string {
  if (frames === 0) return 'A message without a stack trace';
  const all = frames === 1 ? '1 frame' : `${count(frames)} frames`;
  if (ownFrames === 0) return `${all}, none of your code`;
  return ownFrames === frames ? `${all}, of your code` : `${all}, ${count(ownFrames)} of them of your code`;
}

/** `line 7`, `lines 7 to 12`. */
export function linesOf([from, to]: [number, number]): string {
  return from === to ? `line ${count(from)}` : `lines ${count(from)} to ${count(to)}`;
}

/** `412 times: first on lines 12 to 31, last on lines 8,000 to 8,019`. */
export function timesOf({ count: times, first, last }: Occurrences): string {
  if (times === 1) return sentence(linesOf(first));
  return `${count(times)} times: first on ${linesOf(first)}, last on ${linesOf(last)}`;
}
type Occurrences = { count: number; first: [number, number]; last: [number, number] };

/** `4,211`. */
export const count = (number: number) => number.toLocaleString('en');

/** `1.2 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export const shorten = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
