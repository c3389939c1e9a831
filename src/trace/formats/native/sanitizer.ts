import type { ParseResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { parseTestReport } from '../../test-report.ts';
import { skipMatching, groupsResult } from '../../pattern-table.ts';
import { parseSanitizerFrame as parseFrame } from './frame.ts';

const MAX_LINES = 600;
// ==1==ERROR: AddressSanitizer: kind on address … · WARNING: ThreadSanitizer: data race (pid=1)
const HEAD = /(?:ERROR|WARNING): (?<type>\w+Sanitizer): (?<message>.+)$/;
const SUMMARY = /^SUMMARY: \w+Sanitizer: ((?:[a-zA-Z][\w-]*)(?: [a-z]+)*?)(?: \/|\s\S*[/.(]|$)/;

// heap-buffer-overflow on address 0x7f · SEGV on unknown address 0x0 · attempting double-free on 0x6
const KIND = /^(?:attempting )?([a-z]+(?:-[a-z]+)+|SEGV|FPE|ILL|BUS)(?: |$)/;

/** A sanitizer's report: the kind, and the first stack. */
export function parseSanitizer(lines: Line[], from: number): ParseResult | undefined {
  const head = HEAD.exec(textAt(lines, from).slice(0, 2000))?.groups;
  if (head === undefined) return undefined;
  const end = skipMatching(
    lines,
    from + 1,
    /^(?!SUMMARY: |.{0,80}(?:ERROR|WARNING): \w+Sanitizer: )/,
    MAX_LINES,
  );
  const { frames, next } = parseTestReport(lines, from + 1, end, parseFrame);
  const summary = textAt(lines, end);
  const code =
    head['type'] === 'LeakSanitizer'
      ? undefined
      : (SUMMARY.exec(summary)?.[1] ?? KIND.exec(head['message'] ?? '')?.[1]);
  // ==1==ABORTING · ==================
  const last = summary.startsWith('SUMMARY: ')
    ? skipMatching(lines, end + 1, /ABORTING$|^={10,}$|^$/, 3)
    : next;
  return groupsResult(lines, from, last, { ...head, code, frames });
}
