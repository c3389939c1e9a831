import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';
import { findLine, readFrames, skipLines } from '../../scan.ts';
import { sanitizerFrameOf as frameOf } from './frame.ts';

const MAX_LINES = 600;
// ==1==ERROR: AddressSanitizer: kind on address … · WARNING: ThreadSanitizer: data race (pid=1)
const HEAD = /(?:ERROR|WARNING): (\w+Sanitizer): (.+)$/;
const SUMMARY = /^SUMMARY: \w+Sanitizer: ((?:[a-zA-Z][\w-]*)(?: [a-z]+)*?)(?: \/|\s\S*[/.(]|$)/;

/** A sanitizer's report: the kind, and the first stack. */
export function readSanitizer(lines: Line[], from: number): Reading | undefined {
  const { text } = lines[from] as Line;
  const head = text.includes('Sanitizer: ') ? HEAD.exec(text.slice(0, 2000)) : undefined;
  if (!head) return undefined;
  const [, type = '', message = ''] = head;
  const end = findLine(lines, from + 1, from + MAX_LINES, (text) => HEAD.test(text.slice(0, 200)));
  const report = lines.slice(from, end ?? from + MAX_LINES);
  const summary = report.findIndex((line) => line.text.startsWith('SUMMARY: '));
  const last = summary < 0 ? report.findLastIndex((line) => frameOf(line.text)) : summary;
  const code = type === 'LeakSanitizer' ? undefined : SUMMARY.exec(report[summary]?.text ?? '')?.[1];
  const { frames } = readFrames(report, findLine(report, 1, report.length, frameOf) ?? 0, frameOf);
  // ==1==ABORTING · ==================
  const next = skipLines(lines, from + Math.max(last, 0) + 1, lines.length, (text) =>
    /ABORTING$|^={10,}$/.test(text),
  );
  return single(lines, from, next, { type, message, code, frames });
}
