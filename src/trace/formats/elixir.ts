import { type Format, reading } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import type { Exception } from '../types.ts';
import { frameOf } from './elixir/frame.ts';

const MAX_MESSAGE = 60;
const MAX_FAKE = 2;
// Exceptions whose message begins with a place.
const COMPILER = /^(?:CompileError|SyntaxError|TokenMissingError|MismatchedDelimiterError|EEx\.SyntaxError)$/;

/** Elixir's `** (Module) message` with its frames; a nested `**` is the root. */
export const elixir: Format = {
  id: 'elixir',
  language: 'elixir',
  hint: /\*\* \(/,
  read(lines, from) {
    if (headOf((lines[from] as Line).text) === undefined) return undefined;
    const exceptions: Exception[] = [];
    let end = from;
    for (let index = from; index < lines.length; index++) {
      const { text, at } = lines[index] as Line;
      const head = headOf(text);
      const current = exceptions.at(-1);
      if (head !== undefined) {
        // A `**` at the same margin below finished frames begins another error.
        if (current !== undefined && current.frames.length > 0 && !/^\s/.test(text)) break;
        exceptions.push({
          ...head,
          frames: [],
          at,
          ...(current === undefined ? {} : { relation: 'cause' as const }),
        });
      } else if (current !== undefined) {
        const frame = frameOf(text);
        if (frame !== undefined) current.frames.push({ ...frame, at });
        else if (
          current.frames.length === 0 ? goesOn(lines, index) : isFake(lines, index, current.frames.length)
        ) {
          // Frames before another line of the message were the message's own.
          current.frames = [];
          current.message += `\n${text}`;
        } else break;
      }
      end = index + 1;
    }
    for (const exception of exceptions) {
      exception.message = exception.message.trim();
      const place = COMPILER.test(exception.type)
        ? /^([^\s:]{1,300}\.(?:exs?|eex|heex)):(\d+)(?::(\d+))?: /.exec(exception.message)
        : null;
      if (place?.[1] !== undefined)
        exception.frames.unshift(ownFrame(exception.at, place[1], place[2], place[3]));
    }
    return reading(lines, from, end, { exceptions });
  },
};

// ** (ArgumentError) bad · ** (EXIT from #PID<0.1.0>) an exception was raised: · (exit) …
function headOf(text: string): { type: string; message: string } | undefined {
  const at = text.indexOf('** (');
  if (at < 0 || at > 200) return undefined;
  const match = /^\*\* \(([\w.]{1,200})(?: from [^)]{1,200})?\) ?(.*)$/.exec(text.slice(at, at + 8000));
  return match?.[1] === undefined ? undefined : { type: match[1], message: match[2] ?? '' };
}

/** A line of the message between frames, which were the message's own then: more frames follow at once. */
function isFake(lines: Line[], from: number, frames: number): boolean {
  return (
    frames <= MAX_FAKE &&
    /^\S/.test((lines[from] as Line).text) &&
    frameOf(lines[from + 1]?.text ?? '') !== undefined
  );
}

/** Whether a line is the message's: frames or another `**` come within reach before a blank line that ends all. */
function goesOn(lines: Line[], from: number): boolean {
  for (let index = from; index < lines.length && index < from + MAX_MESSAGE; index++) {
    const { text } = lines[index] as Line;
    if (frameOf(text) !== undefined || (index > from && /^\s+\*\* \(/.test(text))) return true;
    if (index > from && /^\S/.test(text) && /^(?:Last message|State|Function|\d\d:\d\d)/.test(text))
      return false;
  }
  return false;
}
