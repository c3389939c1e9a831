import type { Line } from '../../line.ts';
import { toPlace } from '../../place.ts';
import { findLine } from '../../search.ts';
import type { Frame } from '../../types.ts';
import { originOfSymbol, placeOf, symbolOf } from './frame.ts';

/** Reads `stack backtrace:` and its frames, if they begin within four lines; `next` is the first line after them. */
export function readBacktrace(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const title = findLine(lines, from, from + 5, (text) =>
    /^\s*(?:stack backtrace:|━+ BACKTRACE ━)/i.test(text),
  );
  if (title === undefined) return { frames: [], next: from };
  let index = title + 1;
  const frames: Frame[] = [];
  for (; index < lines.length; index++) {
    const { text, at } = lines[index] as Line;
    const symbol = symbolOf(text);
    const last = frames.at(-1);
    const place = symbol === undefined ? placeOf(text) : undefined;
    if (symbol !== undefined) {
      const [name = '', inline = ''] = symbol.split(/ (?=at \S{1,400}$)/);
      frames.push({ ...(placeOf(inline) ?? toPlace({}, originOfSymbol(name))), function: name.trim(), at });
    } else if (place !== undefined && last !== undefined) Object.assign(last, place);
    else if (!/^\s*(?:\[\.\.\. omitted|⋮)/.test(text)) break;
  }
  return { frames, next: index };
}
