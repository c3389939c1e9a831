import type { Reading } from '../../format.ts';
import type { Line } from '../../line.ts';
import { readReport } from '../../report.ts';
import { endOf, told } from '../../said.ts';
import { sanitizerFrameOf as frameOf } from './frame.ts';

const MAX_LINES = 600;
// ==1==ERROR: AddressSanitizer: kind on address … · WARNING: ThreadSanitizer: data race (pid=1)
const HEAD = /(?:ERROR|WARNING): (?<type>\w+Sanitizer): (?<message>.+)$/;
const SUMMARY = /^SUMMARY: \w+Sanitizer: ((?:[a-zA-Z][\w-]*)(?: [a-z]+)*?)(?: \/|\s\S*[/.(]|$)/;

/** A sanitizer's report: the kind, and the first stack. */
export function readSanitizer(lines: Line[], from: number): Reading | undefined {
  const head = HEAD.exec((lines[from] as Line).text.slice(0, 2000))?.groups;
  if (head === undefined) return undefined;
  const end = endOf(lines, from + 1, /^(?!SUMMARY: |.{0,80}(?:ERROR|WARNING): \w+Sanitizer: )/, MAX_LINES);
  const { frames, next } = readReport(lines, from + 1, end, frameOf);
  const summary = lines[end]?.text ?? '';
  const code = head['type'] === 'LeakSanitizer' ? undefined : SUMMARY.exec(summary)?.[1];
  // ==1==ABORTING · ==================
  const last = summary.startsWith('SUMMARY: ') ? endOf(lines, end + 1, /ABORTING$|^={10,}$|^$/, 3) : next;
  return told(lines, from, last, { ...head, code, frames });
}
