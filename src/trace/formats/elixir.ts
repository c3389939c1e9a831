import { languages } from '../languages.ts';
import { parseMessageAndFrames, type StackRules } from '../message-and-frames.ts';
import { parseChain } from '../parse-chain.ts';
import { type Format, exceptionResult } from '../format.ts';
import { type Line, textAt } from '../line.ts';
import { toLocation } from '../location.ts';
import { findLine } from '../find-lines.ts';
import { parseElixirFrame } from './elixir/frame.ts';

const MAX_MESSAGE = 60;
/** Elixir's `** (Module) message` with its frames; a nested `**` is the root. */
export const elixir: Format = {
  id: 'elixir',
  language: languages.elixir,
  triggers: ['** ('],
  lineStarts: { unambiguous: ['\\*\\* \\([A-Za-z]'] },
  collapsed: [
    {
      // (app 1.0.0) lib/a.ex:1: M.f/1
      signs: ['.ex', '.erl'],
      frame: /\([\w.]+(?: [\w.-]+)?\) \S{1,400}\.(?:exs?|erl):\d+: /,
    },
  ],
  logTriggers: ['** (', '.ex:', '.exs:'],
  parse(lines, from) {
    return parseChain(lines, from, (index, before) => {
      const { text, inputLine } = lines[index] as Line;
      const head = parseElixirHeader(text);
      // A `**` at the same margin below finished frames begins another error.
      if (head === undefined || (before?.frames.length && !/^\s/.test(text))) return undefined;
      const { message, frames, next } = parseMessageAndFrames(lines, index + 1, head.message, rules);
      // The compiler's messages begin with a place.
      const groups = LOCATION.exec(message)?.groups;
      if (groups !== undefined) frames.unshift({ ...toLocation(groups), inputLine });
      return exceptionResult(lines, index, next, { type: head.type, message, frames });
    });
  },
};

// lib/shop.ex:3:7: undefined variable
const LOCATION = /^(?<file>[^\s:]{1,400}\.(?:exs?|eex|heex)):(?<line>\d+)(?::(?<column>\d+))?: /;

// ** (ArgumentError) bad · ** (EXIT from #PID<0.1.0>) an exception was raised: · (exit) …
function parseElixirHeader(text: string): { type: string; message: string } | undefined {
  const offset = text.indexOf('** (');
  if (offset < 0 || offset > 200) return undefined;
  const match = /^\*\* \(([\w.]{1,400})(?: from [^)]{1,400})?\) ?(.*)$/.exec(
    text.slice(offset, offset + 8000),
  );
  return match?.[1] === undefined ? undefined : { type: match[1], message: match[2] ?? '' };
}

const rules: StackRules = {
  parseFrameLine: parseElixirFrame,
  continuesAt(lines, index, hasFrames) {
    if (parseElixirHeader(textAt(lines, index)) !== undefined) return false;
    const isNext = (text: string) => parseElixirFrame(text) !== undefined || /^\s+\*\* \(/.test(text);
    if (hasFrames)
      return (
        /^\S/.test(textAt(lines, index)) &&
        findLine(lines, index + 1, index + 2, parseElixirFrame) !== undefined
      );
    const isEnd = (text: string) => /^(?:Last message|State|Function|\d\d:\d\d)/.test(text);
    return findLine(lines, index + 1, index + MAX_MESSAGE, isNext, isEnd) !== undefined;
  },
};
