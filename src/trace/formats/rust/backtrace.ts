import type { Line } from '../../line.ts';
import { toLocation } from '../../location.ts';
import { findLine } from '../../find-lines.ts';
import type { Frame } from '../../types.ts';
import { originOfSymbol, parseRustLocation, parseSymbol } from './frame.ts';

/** Reads `stack backtrace:` and its frames, if they begin within four lines; `next` is the first line after them. */
export function parseBacktrace(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const title = findLine(lines, from, from + 5, (text) =>
    /^\s*(?:stack backtrace:|━+ BACKTRACE ━)/i.test(text),
  );
  if (title === undefined) return { frames: [], next: from };
  let index = title + 1;
  const frames: Frame[] = [];
  for (; index < lines.length; index++) {
    const { text, inputLine } = lines[index] as Line;
    const symbol = parseSymbol(text);
    const last = frames.at(-1);
    const place = symbol === undefined ? parseRustLocation(text) : undefined;
    if (symbol !== undefined) {
      const [name = '', inline = ''] = symbol.split(/ (?=at \S{1,400}$)/);
      frames.push({
        ...(parseRustLocation(inline) ?? toLocation({}, originOfSymbol(name))),
        function: name.trim(),
        inputLine,
      });
    } else if (place !== undefined && last !== undefined) Object.assign(last, place);
    else if (!/^\s*(?:\[\.\.\. omitted|⋮)/.test(text)) break;
  }
  return { frames, next: index };
}
