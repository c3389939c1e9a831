import { readBody, type Rules } from '../body.ts';
import { readChain } from '../chain.ts';
import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';
import { toPlace } from '../place.ts';
import { findLine } from '../search.ts';
import { frameOf } from './elixir/frame.ts';

const MAX_MESSAGE = 60;
/** Elixir's `** (Module) message` with its frames; a nested `**` is the root. */
export const elixir: Format = {
  id: 'elixir',
  language: 'elixir',
  hint: '** (',
  read(lines, from) {
    return readChain(lines, from, (index, before) => {
      const { text, at } = lines[index] as Line;
      const head = headOf(text);
      // A `**` at the same margin below finished frames begins another error.
      if (head === undefined || (before?.frames.length && !/^\s/.test(text))) return undefined;
      const { message, frames, next } = readBody(lines, index + 1, head.message, rules);
      // The compiler's messages begin with a place.
      const groups = PLACE.exec(message)?.groups;
      if (groups !== undefined) frames.unshift({ ...toPlace(groups), at });
      return single(lines, index, next, { type: head.type, message, frames });
    });
  },
};

// lib/shop.ex:3:7: undefined variable
const PLACE = /^(?<file>[^\s:]{1,300}\.(?:exs?|eex|heex)):(?<line>\d+)(?::(?<column>\d+))?: /;

// ** (ArgumentError) bad · ** (EXIT from #PID<0.1.0>) an exception was raised: · (exit) …
function headOf(text: string): { type: string; message: string } | undefined {
  const at = text.indexOf('** (');
  if (at < 0 || at > 200) return undefined;
  const match = /^\*\* \(([\w.]{1,200})(?: from [^)]{1,200})?\) ?(.*)$/.exec(text.slice(at, at + 8000));
  return match?.[1] === undefined ? undefined : { type: match[1], message: match[2] ?? '' };
}

const rules: Rules = {
  placeOf: frameOf,
  goesOn(lines, index, hasFrames) {
    if (headOf((lines[index] as Line).text) !== undefined) return false;
    const isNext = (text: string) => frameOf(text) !== undefined || /^\s+\*\* \(/.test(text);
    if (hasFrames)
      return (
        /^\S/.test((lines[index] as Line).text) &&
        findLine(lines, index + 1, index + 2, frameOf) !== undefined
      );
    const isEnd = (text: string) => /^(?:Last message|State|Function|\d\d:\d\d)/.test(text);
    return findLine(lines, index + 1, index + MAX_MESSAGE, isNext, isEnd) !== undefined;
  },
};
