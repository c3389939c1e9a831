import { splitEach, hasAtMostFilled, type Line } from '../line.ts';
import { splitAtLineStarts, splitAtTimestamps } from './split-at-line-starts.ts';

/** How one language prints a frame, by which a trace is known whose newlines became blanks. */
type Rule = {
  /** What every frame holds one of. */
  signs: string[];
  /** Two of them on one line, or one behind a mark, mean that the line was several. */
  frame: RegExp;
  /** What else begins a line of such a trace, besides what begins one of any. */
  starts?: RegExp;
  /** What a frame's own line may have before it: the first words of a path that has blanks. */
  within?: RegExp;
};

const RULES: Rule[] = [
  {
    // | File "a.py", line 1, in f
    signs: ['| '],
    frame: /\| {1,20}File "[^"]{1,400}", line \d+/,
    starts: /\| |\+-|\+ Exception Group/,
  },
  {
    // File "a.py", line 1, in f
    signs: ['File "'],
    frame: /File "[^"]{1,400}", line \d+/,
  },
  {
    // at a.B.c(D.java:1) · at f (a.js:1:2) · at a.js:1:2 · at A.B(C d) in e.cs:line 1
    signs: ['at '],
    frame:
      /(?<!panicked |CMake Error )at (?:async |new )?(?:[^\s()'"`]{1,400}(?: \[as \w+\])? ?\([^()]{0,400}\)|[^\s()]{1,400}:\d+:\d+\b)/,
    starts: /(?<=:\d{1,6}\)?,?\s)(?:\{ (?!\[)|[A-Z]\w{0,60}Error\b)|(?<=\[errors\]: \[\s)/,
  },
  {
    // bei A.B(C d) in e.cs:Zeile 1.
    signs: [') '],
    frame:
      /\p{L}{1,12} [\w.<>`+[\]]{1,200}\([^()]{0,400}\) \p{L}{1,12} [^\s:]{0,40}:?[^\s:]{1,400}:\p{L}{1,12} \d+/u,
  },
  {
    // #0 /a.php(1): f() · #1 {main}
    signs: ['#'],
    frame: /#\d+ (?:\{main\}|\[internal|\S{1,400}\(\d+\):)/,
    starts: /\[previous exception\]/,
  },
  {
    // main.f(0x1, 0x2) /a.go:1 +0x1d
    signs: ['.go:', '.s:'],
    frame: /\S{1,400}\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?(?=\s|$)/,
    starts:
      /fatal error: |runtime stack:|exit status \d|\[signal |created by |\S{1,200}[.(]\S{0,200}(?: [^()]{1,200}\))?\s{1,4}\S{1,400}\.(?:go|s):\d/,
  },
  {
    // a.rb:1:in `f': message (KeyError) from a.rb:2:in `g'; Rails names a gem before each: actionpack (7.0.4) lib/a.rb
    signs: [':in '],
    frame: /(?<!\(\d[\w.]{1,20}\) )(?:\d+: )?(?:from )?\S{1,400}:\d+:in [`'"]/,
    starts: /(?<=\s\([A-Z][\w:]{1,100}\):?\s)/,
    within: /^\s*(?:from )?(?:[A-Za-z]:)?[\\/][^:'"`()]{0,300}$/,
  },
  {
    // 0: rust_begin_unwind at /rustc/x/library/std/src/panicking.rs:1:5 1: core::panicking::panic_fmt
    signs: ['0: '],
    frame: /0: \S.{1,400}? 1: /,
    starts: /\d+: (?:0x[0-9a-f]+ - )?[\w<]\S{1,400}(?:\s|$)|at \S{1,400}\.rs:\d/,
  },
  {
    // (app 1.0.0) lib/a.ex:1: M.f/1
    signs: ['.ex', '.erl'],
    frame: /\([\w.]+(?: [\w.-]+)?\) \S{1,200}\.(?:exs?|erl):\d+: /,
  },
  {
    // f@https://x/a.js:1:2 · global code@a.js:1:2 · map@[native code]
    signs: ['@'],
    frame:
      /(?:(?:global|module|eval) |(?!code@))[\p{L}\w$./<*]{0,120}@(?:[^\s@]{1,400}:\d+:\d+|\[native code\])(?=\s|$)/u,
    starts: /(?<=:\d{1,6}\s)\w{1,60}Error\b/,
  },
];
const MORE: Rule[] = [
  {
    // cart.lua:2: in upvalue 'total' · [C]: in function 'error'
    signs: [': in '],
    frame:
      /(?:\[C\]|\S{1,200}:\d+): in (?:(?:function|method|field|local|upvalue|global|metamethod) \S|main chunk|\?)/,
    starts: /stack traceback:/,
  },
  {
    // main::rate(-1) called at confess.pl line 5
    signs: [' called at '],
    frame: /[\w:]{1,200}(?:\([^()]{0,400}\))? called at \S{1,200} line \d+/,
  },
];
const READERS = [...RULES, ...MORE].map(({ signs, frame, starts = frame, within }) => ({
  signs,
  within,
  frame: new RegExp(`(?<!\\S)${frame.source}`, 'gu'),
  breaks: new RegExp(
    `(?<!from|#|\\s\\d{1,5}:|\\*\\*)(?<=\\S)\\s{1,40}(?=${frame.source}|${starts.source})`,
    'gu',
  ),
}));
const MARKS =
  /Traceback \(most recent call last\): |[Ss]tack (?:back)?trace(?:back)?:| at \S{1,200} line \d{1,6}\.|goroutine \d+ \[|(?:Error|Exception)(?:: |\b)|panicked at|Caused by:|Rejection: |:\d+:in [`'"]|\.\w+ \/\S{1,400}\.go:\d|\berror: |\*\* \(/;
const MIN_LENGTH = 60;
const MIN_PASTE = 40;
const MAX_LENGTH = 64_000;
const MAX_ALONE = 3;

/** Puts a trace whose newlines became blanks back on lines of its own. */
export function splitCollapsed(lines: Line[]): Line[] {
  // Of a log's lines none is cut at a mere word.
  const isPaste = hasAtMostFilled(lines, MAX_ALONE);
  return splitEach(lines, ({ text }) => {
    if (text.length < (isPaste ? MIN_PASTE : MIN_LENGTH) || text.length > MAX_LENGTH) return undefined;
    if (!isPaste && readerOf(text) === undefined) return undefined;
    const texts = (isPaste ? splitAtTimestamps(text) : [text]).flatMap((part) => splitFrames(part, isPaste));
    return texts.length === 1 ? undefined : texts;
  });
}

function splitFrames(text: string, isPaste: boolean): string[] {
  const reader = readerOf(text);
  if (reader === undefined) return isPaste ? splitAtLineStarts(text, isPaste) : [text];
  return text
    .replace(reader.breaks, '\n')
    .split('\n')
    .flatMap((part) => splitAtLineStarts(part, isPaste));
}

/** The reader of the language whose trace a text is that was several lines. */
function readerOf(text: string): (typeof READERS)[number] | undefined {
  const start = text.search(/\S/);
  return READERS.find((candidate) => isCollapsed(text, start, candidate));
}

function isCollapsed(
  text: string,
  start: number,
  { signs, frame, within }: (typeof READERS)[number],
): boolean {
  // A line that holds a frame's sign once, at its start, is that frame and nothing else; npm puts its name before each
  // line: they are still lines.
  if (!signs.some((sign) => text.lastIndexOf(sign) > start) || /^npm (?:ERR!|error)/.test(text)) return false;
  frame.lastIndex = 0;
  const first = frame.exec(text);
  if (first === null) return false;
  const isFirst =
    text.slice(0, first.index).trim() === '' || within?.test(text.slice(0, first.index)) === true;
  const until = first.index + first[0].length;
  return frame.test(text) ? isFirst || MARKS.test(text) : !isFirst && MARKS.test(text.slice(0, until));
}
