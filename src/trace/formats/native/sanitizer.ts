import type { Reading } from '../../format.ts';
import type { Line } from '../../line.ts';
import { ownFrame } from '../../place.ts';
import { readReport } from '../../report.ts';
import { endOf, told } from '../../said.ts';
import type { Frame } from '../../types.ts';

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

//     #0 0x700 in main /srv/app/a.c:6:3 · #1 add /srv/app/race.cpp:6 (race+0x12) · #2 0x7 in _start (/srv/app/a+0x10)
function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  const match = /^\s*#\d+ (?:0x[0-9a-f]+ (?:in )?)?(.*)$/.exec(text.slice(0, 2000));
  if (match?.[1] === undefined) return undefined;
  const rest = match[1].replace(/ \([^()\s]+\+0x[0-9a-f]+\)(?: \(BuildId: \w+\))?$/, '');
  const at = rest.lastIndexOf(' ') + 1;
  const place = /^((?:[A-Za-z]:)?[^:]+)(?::(\d+))?(?::(\d+))?$/.exec(rest.slice(at));
  const [, file, line, column] = place ?? [];
  if (file === undefined || !/[/.]/.test(file)) return { function: rest, origin: 'runtime' };
  const isRuntime = /libsanitizer|^\.\.\/|\/usr\/|csu\/|compiler-rt|\/lib\//.test(file);
  return {
    ...ownFrame(0, file, line, column, rest.slice(0, at).trimEnd()),
    origin: isRuntime ? 'runtime' : 'app',
  };
}
