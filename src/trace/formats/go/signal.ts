import { type Line, textAt } from '../../line.ts';
import type { Exception } from '../../types.ts';

// SIGQUIT: quit
// PC=0x43f349 m=0 sigcode=0
const SIGNAL = /^\s*(?<type>SIG[A-Z]{2,8}): (?<message>.{1,400})$/;

/** The signal that made Go's runtime print its goroutines; undefined where the registers' line is missing below. */
export function parseSignal(lines: Line[], from: number): Exception | undefined {
  const { text, inputLine } = lines[from] as Line;
  const groups = SIGNAL.exec(text.slice(0, 300))?.groups;
  if (groups === undefined || !/^\s*PC=0x/.test(textAt(lines, from + 1))) return undefined;
  return { type: groups['type'] ?? '', message: groups['message'] ?? '', frames: [], inputLine };
}
