import { type Reading, single } from '../../format.ts';
import type { Line } from '../../line.ts';
import { ownFrame } from '../../place.ts';
import type { Frame } from '../../types.ts';

const MAX_LINES = 600;
// ==1==ERROR: AddressSanitizer: kind on address … · WARNING: ThreadSanitizer: data race (pid=1)
const HEAD = /(?:ERROR|WARNING): (\w+Sanitizer): (.+)$/;
const SUMMARY = /^SUMMARY: \w+Sanitizer: ((?:[a-zA-Z][\w-]*)(?: [a-z]+)*?)(?: \/|\s\S*[/.(]|$)/;

/** A sanitizer's report: the kind, and the first stack. */
export function readSanitizer(lines: Line[], from: number): Reading | undefined {
  const head = HEAD.exec((lines[from] as Line).text.slice(0, 2000));
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
