import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';
import type { Frame } from '../../types.ts';
import { sanitizerFrameOf as frameOf } from './frame.ts';

const MAX_LINES = 600;
// ==1==ERROR: AddressSanitizer: kind on address … · WARNING: ThreadSanitizer: data race (pid=1)
const HEAD = /(?:ERROR|WARNING): (\w+Sanitizer): (.+)$/;
const SUMMARY = /^SUMMARY: \w+Sanitizer: ((?:[a-zA-Z][\w-]*)(?: [a-z]+)*?)(?: \/|\s\S*[/.(]|$)/;

/** A sanitizer's report: the kind, and the first stack. */
export function readSanitizer(lines: Line[], from: number): Reading | undefined {
  const { text } = lines[from] as Line;
  const head = text.includes('Sanitizer: ') ? HEAD.exec(text.slice(0, 2000)) : undefined;
  if (head?.[1] === undefined) return undefined;
  const frames: Frame[] = [];
  let code: string | undefined;
  let next = from + 1;
  let isFirst = true;
  for (let index = next; index < lines.length && index < from + MAX_LINES; index++) {
    const { text, at } = lines[index] as Line;
    if (index > from && HEAD.test(text.slice(0, 200))) break;
    const frame = frameOf(text);
    if (frame !== undefined) next = index + 1;
    if (frame !== undefined && isFirst) frames.push({ ...frame, at });
    if (frame === undefined && frames.length > 0) isFirst = false;
    if (!text.startsWith('SUMMARY: ')) continue;
    code = head[1] === 'LeakSanitizer' ? undefined : SUMMARY.exec(text)?.[1];
    next = index + 1;
    break;
  }
  // ==1==ABORTING · ==================
  for (let index = next; index < lines.length && index < next + 3; index++) {
    if (/ABORTING$|^={10,}$/.test((lines[index] as Line).text)) next = index + 1;
  }
  return single(lines, from, next, {
    type: head[1],
    message: head[2] ?? '',
    code,
    frames,
  });
}
