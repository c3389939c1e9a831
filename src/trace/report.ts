import { type Head, readHead } from './head.ts';
import type { Line } from './line.ts';
import type { Place } from './place.ts';
import type { Frame } from './types.ts';

/**
 * A test's report from a line on: the lines with places are its frames, those before the first its message. Where
 * nobody says what a message is, other text behind the frames ends it.
 */
export function readReport(
  lines: Line[],
  from: number,
  to: number,
  frameOf: (text: string) => Place | undefined,
  isMessage?: (text: string) => boolean,
): { message: string; frames: Frame[]; next: number } {
  const message: string[] = [];
  const frames: Frame[] = [];
  let next = from;
  for (let index = from; index < to && index < lines.length; index++) {
    const { text, at } = lines[index] as Line;
    const frame = frameOf(text);
    if (frame !== undefined) frames.push({ ...frame, at });
    else if (frames.length === 0 && isMessage?.(text) !== false) message.push(text.trim());
    else if (frames.length > 0 && text.trim() !== '' && isMessage === undefined) break;
    if (text.trim() !== '') next = index + 1;
  }
  return { message: message.join('\n').trim(), frames, next };
}

/** A message whose first line may begin with the type. */
export function headed(text: string, isType: (type: string) => boolean): Partial<Head> & { message: string } {
  const [first = '', ...rest] = text.split('\n');
  const head = readHead(first);
  if (head === undefined || !isType(head.type)) return { message: text };
  return { ...head, message: [head.message, ...rest].join('\n').trim() };
}
