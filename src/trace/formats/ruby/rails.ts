import { parseChain } from '../../parse-chain.ts';
import { type ParseResult, exceptionResult } from '../../format.ts';
import { isExceptionName } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { findMessageEnd, joinMessage, stripExcerpt } from '../../message.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import { parseRubyFrame, placeInside } from './frame.ts';

const LOOKAHEAD = 30;

const HEADS = [
  // E, [2026-02-03T09:41:07.5 #4242] ERROR -- : message (ArgumentError)
  /^(?:[EFW], \[[^\]]{1,80}\] +)?\w+ -- \w*: (?<message>.*) \((?<type>[A-Z]\w*(?:::[A-Z]\w*)*)\)$/,
  // ActiveRecord::RecordNotFound (Couldn't find User):   ·   NameError - undefined local variable:   ·   NoMethodError: undefined method … with frames below
  /^\s*(?:\[[\w-]{8,80}\] |- )?(?:Caused by: |Causes:\s*)?(?<type>[A-Z]\w*(?:::[A-Z]\w*)*)(?: \((?<inside>.*)\):?|: (?<message>.*?)(?<again> \(\k<type>\))?| - (?<dashed>.*):)$/,
];

const groupsOf = (text: string) =>
  HEADS.map((form) => form.exec(text.slice(0, 4000))?.groups).find((groups) => groups !== undefined);

/** Rails' error and those below it, each after `Caused by:`; the last explains the failure. */
export function parseRailsChain(lines: Line[], from: number): ParseResult | undefined {
  const found = parseChain(lines, from, (index, before) => {
    const text = textAt(lines, index).trim();
    if (before !== undefined && !text.startsWith('Caused by:')) return undefined;
    return parseRails(lines, text === 'Caused by:' ? index + 1 : index);
  });
  // Honeybadger prints Elixir's frames alike.
  const file = found?.trace.exceptions.at(-1)?.frames[0]?.file ?? '';
  return found && /\.exs?$/.test(file) ? { ...found, trace: { ...found.trace, language: 'elixir' } } : found;
}

// NoMethodError (undefined method `total' for nil:NilClass): — a sentence has no colon behind the bracket
const isLoneHeader = (text: string) =>
  /^\s*(?:\[[\w-]{8,80}\] )?(?:[A-Z]\w*Error \(.*\):|(?:NoMethod|Name)Error \((?:undefined|uninitialized|private) .*\))$/.test(
    text,
  );

// PG::ConnectionBad: connection refused (PG::ConnectionBad)
/** An error whose class Ruby writes behind its message again, without frames. */
function parseRepeated(
  lines: Line[],
  from: number,
  groups: { [name: string]: string },
): ParseResult | undefined {
  const { type = '', message = '', again } = groups;
  if (again === undefined) return undefined;
  const next = findMessageEnd(lines, from + 1, (text) => /^(?:Caused by|Tasks):/.test(text));
  return exceptionResult(lines, from, next, { type, message: joinMessage(message, lines, from + 1, next) });
}

/** What Rails and Ruby's logger write: the class and the message on one line, then places without `from`. */
function parseRails(lines: Line[], from: number): ParseResult | undefined {
  const open = textAt(lines, from);
  // NoMethodError (undefined method 'total' for nil
  //
  //     @cart.total
  //          ^^^^^^):
  const close = / \([^)]*$/.test(open)
    ? findLine(lines, from + 1, from + 5, (text) => /^\s*\^+\):?$/.test(text))
    : undefined;
  const start = close ?? from;
  const text = close === undefined ? open : `${open}):`;
  const groups = groupsOf(text);
  if (groups === undefined) return undefined;
  const { type = '', inside, message = inside ?? groups['dashed'] ?? '' } = groups;
  const isRails = inside !== undefined;
  if (!isRails && !isExceptionName(type) && !type.includes('::')) return undefined;
  const isNext = (text: string, index: number) =>
    index > start + 1 && !message.endsWith('canceled:') && groupsOf(text) !== undefined;
  const stack = findLine(
    lines,
    start + 1,
    start + LOOKAHEAD,
    (text, index) =>
      parseRubyFrame(text) ?? (/\.rb:\d+$/.test(text) && placeInside(text, textAt(lines, index + 1))),
    isNext,
  );
  if (stack === undefined)
    return isRails && (type.includes('::') || isLoneHeader(text))
      ? exceptionResult(lines, from, start + 1, { type, message })
      : parseRepeated(lines, from, groups);
  const { frames, next } = parseFrames(
    lines,
    stack,
    (text, index) => parseRubyFrame(text) ?? placeInside(text, lines[index + 1]?.text),
    // Sentry shows the source of each call below it.
    (text, index) => /^\s{4,}\S/.test(text) && parseRubyFrame(textAt(lines, index - 1)) !== undefined,
  );
  const isSource = ({ text }: Line) =>
    text.trim() === '' || /^\s*(?:\d+:|[=>]+ ?\d+:|Showing |Extracted)/.test(text);
  const rest = lines.slice(start + 1, stack).filter((line) => !isSource(line));
  return exceptionResult(lines, from, next, {
    type,
    message: stripExcerpt([message, ...rest.map(({ text }) => text)].join('\n').trim()),
    frames,
  });
}
