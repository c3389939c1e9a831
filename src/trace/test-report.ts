import { type ExceptionHeader, parseHeader } from './exception-header.ts';
import type { Line } from './line.ts';
import type { Location } from './location.ts';
import type { Frame } from './types.ts';

/**
 * A test's report from a line on: the lines with places are its frames, those before the first its message. Where
 * nobody says what a message is, other text behind the frames ends it.
 */
export function parseTestReport(
  lines: Line[],
  from: number,
  to: number,
  parseFrame: (text: string) => Location | undefined,
  isMessage?: (text: string) => boolean,
): { message: string; frames: Frame[]; next: number } {
  const message: string[] = [];
  const frames: Frame[] = [];
  let next = from;
  for (let index = from; index < to && index < lines.length; index++) {
    const { text, inputLine } = lines[index] as Line;
    const frame = parseFrame(text);
    if (frame !== undefined) frames.push({ ...frame, inputLine });
    else if (frames.length === 0 && isMessage?.(text) !== false) message.push(text.trim());
    else if (frames.length > 0 && text.trim() !== '' && isMessage === undefined) break;
    if (text.trim() !== '') next = index + 1;
  }
  return { message: message.join('\n').trim(), frames, next };
}

/** A message whose first line may begin with the type. */
export function splitHeader(
  text: string,
  isType: (type: string) => boolean,
): Partial<ExceptionHeader> & { message: string } {
  const [first = '', ...rest] = text.split('\n');
  const head = parseHeader(first);
  if (head === undefined || !isType(head.type)) return { message: text };
  return { ...head, message: [head.message, ...rest].join('\n').trim() };
}
