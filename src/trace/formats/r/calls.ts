import type { Line } from '../../line.ts';
import { type Origin } from '../../origin.ts';
import { toLocation } from '../../location.ts';
import { parseFrames, skipLines } from '../../find-lines.ts';
import type { Frame } from '../../types.ts';

const MAX_WARNINGS = 12;
// Calls: main -> total -> price_of
const CALLS = /^Calls: (?<calls>\S.*)$/;
// 3: stop("the rate is negative") · 2: tax(-1) at cart.R#4
const NUMBERED = /^\s*\d+: (?<name>[\w.:`$<>[\]-]{1,400})\(.*?(?: at (?<file>\S{1,400})#(?<line>\d+))?$/;
// 3. │ └─dplyr:::mutate_cols(.data, x) at shop/cart.R:12:3
const TREE =
  /^\s*\d+\. [│├└─ ]{0,400}(?<name>(?:global |base::|[\w.]{1,80}:::? ?(?:\(local\) )?|[\w.]{1,80} \(local\) )?[\w.`$<>:[\]-]{1,400})\(.*?(?: at (?<file>[^\s:]{1,400}):(?<line>\d+)(?::(?<column>\d+))?)?$/;

/** The calls that R tells of below an error, or else the one in its head; `next` is the line behind all of it. */
export function parseCalls(
  lines: Line[],
  from: number,
  call: string | undefined,
  inputLine: number,
): { frames: Frame[]; next: number } {
  let frames: Frame[] = [];
  let next = from;
  const listed = CALLS.exec(lines[next]?.text ?? '')?.groups?.['calls'];
  if (listed !== undefined) {
    const { inputLine: listedAt } = lines[next] as Line;
    frames = listed
      .split(' -> ')
      .reverse()
      .map((name) => ({ ...toLocation({ name }), inputLine: listedAt }));
    next++;
  } else if (call !== undefined)
    frames = [{ ...toLocation({ name: /^[\w.:`$]+(?=\()/.exec(call)?.[0] ?? call }), inputLine }];
  next = skipLines(lines, next, next + 1, (text) => /^\s*Backtrace:$|^Traceback:$/.test(text));
  next = skipLines(lines, next, next + 1, (text) => /^\s*▆$/.test(text));
  const tree = parseFrames(lines, next, (text) => parseLocation(TREE, text));
  if (tree.frames.length > 0) return { frames: tree.frames.reverse(), next: closed(lines, tree.next) };
  const stack = parseFrames(
    lines,
    next,
    (text) => parseLocation(NUMBERED, text),
    (text) => /^\s{3,}\S|^\s*\d+: \(function/.test(text),
  );
  if (stack.frames.length > 1) return { frames: stack.frames, next: closed(lines, stack.next) };
  return { frames, next: closed(lines, next) };
}

function parseLocation(pattern: RegExp, text: string) {
  const groups = pattern.exec(text.slice(0, 2000))?.groups;
  if (groups === undefined) return undefined;
  const name = (groups['name'] ?? '').replace(/^global /, '');
  return toLocation({ ...groups, name }, originOfCall(groups['name'] ?? '', groups['file']));
}

function originOfCall(name: string, file?: string): Origin {
  const held = /^([\w.]+)(?::::?| \(local\))/.exec(name)?.[1];
  if (held !== undefined && held !== 'base') return { origin: 'library', package: held };
  return { origin: file === undefined ? 'runtime' : 'app' };
}

// In addition: Warning message:
/** The first line behind warnings and `Execution halted`. */
function closed(lines: Line[], from: number): number {
  let next = from;
  if (lines[next]?.text.startsWith('In addition: Warning message') === true)
    next = skipLines(
      lines,
      next,
      next + MAX_WARNINGS,
      (text) => text !== '' && !/^Execution halted$/.test(text),
    );
  return skipLines(lines, next, next + 1, (text) => /^Execution halted$/.test(text));
}
