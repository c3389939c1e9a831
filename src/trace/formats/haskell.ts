import { defineLanguage } from '../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../format.ts';
import { type Line, withText } from '../line.ts';
import { joinMessage } from '../message.ts';
import { toAppFrame, matchLocation } from '../location.ts';
import { parseFrames, skipLines } from '../find-lines.ts';

const MAX_MESSAGE = 60;

/** What GHC finds in a file, and what a program of its making says when it stops. */
export const haskell: Format = {
  id: 'haskell',
  language: defineLanguage({ id: 'haskell', endings: ['.hs', '.lhs'] }),
  triggers: [
    'hs:',
    '<interactive>:',
    'cabal: ',
    'CallStack (from',
    'Prelude.',
    ': <<loop>>',
    ': user error (',
    ': Map.',
    ': Data.Map',
  ],
  lookahead: { triggers: ['CallStack (from HasCallStack)'], lines: 20 },
  lineStarts: { inside: ['CallStack \\(from HasCallStack'] },
  logTriggers: ['HasCallStack', 'Non-exhaustive', 'Prelude.'],
  parse: (lines, from) => parseCompiler(lines, from) ?? parseStopped(lines, from),
};

// Types.hs:4:15: error: · src/Cart.hs:105:23: error: [GHC-83865] · Scope.hs:4:15: error: Variable not in scope: total
const FOUND =
  /^(?<package>[\w-]{1,80} *> )?(?<file>[^\s:][^:]{0,400}\.(?:l?hs|hsc|hs-boot)|<interactive>):(?:(?<line>\d+):(?<column>\d+)(?:-\d+)?|\((?<first>\d+),\d+\)-\(\d+,\d+\)): (?:error:(?: \[(?<code>GHC-\d+)\])?(?: \[-W[\w=, -]{1,400}\])?|fatal:)(?: (?<message>\S.*))?$/;
// The excerpt of the source, below a bar of its own.
const SOURCE = /^\s*(?:\d+ )?\|/;

function parseCompiler(all: Line[], from: number): ParseResult | undefined {
  const { text, inputLine } = all[from] as Line;
  const {
    file = '',
    line,
    first,
    column,
    code,
    package: front,
    message = '',
  } = FOUND.exec(text.slice(0, 2000))?.groups ?? {};
  if (file === '') return undefined;
  // Stack and Cabal name the package on every line.
  const lines = all
    .slice(from, from + MAX_MESSAGE)
    .map((one) =>
      front !== undefined && one.text.startsWith(front) ? withText(one, one.text.slice(front.length)) : one,
    );
  const end = skipLines(lines, 1, lines.length, (below) => /^\s+\S/.test(below) && !SOURCE.test(below));
  const next = skipLines(lines, end, end + 12, (below) => SOURCE.test(below));
  const told = joinMessage(message, lines, 1, end).replace(/^\s*• /, '');
  const frames = [toAppFrame(inputLine, file, line ?? first, column)];
  return exceptionResult(all, from, from + next, { message: told, code, frames });
}

// shop: no price for ink · shop: Prelude.head: empty list · shop: Cart.hs:(4,1)-(5,16): Non-exhaustive patterns in function rate
const STOPPED =
  /^(?<program>[\w./-]{1,400}(?:\.exe)?): (?:(?<file>[^\s:]{1,400}\.l?hs):(?:(?<line>\d+):(?<column>\d+)(?:-\d+)?|\((?<first>\d+),\d+\)-\(\d+,\d+\)): )?(?<message>\S.*)$/;
// What only the runtime of GHC says, without a stack.
const OWN =
  /^(?:Prelude\.[\w.!()]{1,80}: |Non-exhaustive (?:patterns in|guards in)|Irrefutable pattern failed|Pattern match failure|<<loop>>|Could not resolve dependencies:$|user error \(|Map\.!: |(?:Data\.)?Map\.\S{1,80}: |Ix\{|No instance nor default method|Missing field in record)/;
//   error, called at Fails.hs:7:16 in main:Main
const CALLS = [
  /^\s+(?<name>\S{1,400}), called at (?<file>[^\s:]\S{0,400}?):(?<line>\d+):(?<column>\d+) in (?<module>\S{1,400})$/,
];

/** A program's own name, the message, and the calls that say where they are. */
function parseStopped(lines: Line[], from: number): ParseResult | undefined {
  const { text, inputLine } = lines[from] as Line;
  const groups = STOPPED.exec(text.slice(0, 4000))?.groups;
  if (groups === undefined) return undefined;
  const { file, line, first, column, message = '' } = groups;
  const end = skipLines(lines, from + 1, from + MAX_MESSAGE, (below, index) =>
    below.trim() === '' ? isStack(lines[index + 1]?.text ?? '') : !isStack(below),
  );
  const hasStack = isStack(lines[end]?.text ?? '');
  if (!hasStack && !(OWN.test(message) || (file !== undefined && message.startsWith('Non-exhaustive'))))
    return undefined;
  const calls = hasStack
    ? parseFrames(
        lines,
        end + 1,
        (call) => callOf(call),
        (below) => isStack(below) || below === '',
      )
    : { frames: [], next: from + 1 };
  const place = file === undefined ? [] : [toAppFrame(inputLine, file, line ?? first, column)];
  const told = hasStack ? joinMessage(message, lines, from + 1, end) : message;
  return exceptionResult(lines, from, calls.next, {
    message: told,
    frames: [...place, ...calls.frames],
  });
}

const callOf = (text: string) =>
  matchLocation(CALLS, text, ({ file = '', module = '' }) => ({
    origin: module.startsWith('main:') || !file.startsWith('libraries/') ? 'app' : 'runtime',
  }));
const isStack = (text: string) => /^\s*(?:HasCallStack backtrace:|CallStack \(from )/.test(text);
