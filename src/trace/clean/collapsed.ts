import { cutLine, type Line } from '../line.ts';
import { holdsAny, literalsOf } from '../literals.ts';
import { loosened, sundered } from './loose.ts';

/** How a language's trace is put back on lines of its own after its newlines became blanks. */
type Rule = {
  /** A frame; two of them on one line, or one with a mark, mean that the line was several. */
  frame: RegExp;
  /** Every place where a line begins; the blanks before it are dropped. */
  breaks: RegExp;
  /** What the line must have besides; the usual heads when absent. */
  marks?: RegExp;
};

const RULES: Rule[] = [
  {
    // | File "a.py", line 1, in f
    frame: /\|\s{1,20}File "[^"]{1,500}", line \d+/g,
    breaks: /\s(?=\| |\+-|\+ Exception Group)/g,
  },
  {
    // File "a.py", line 1, in f
    frame: /File "[^"]{1,500}", line \d+/g,
    breaks:
      /\s(?=File "[^"]{1,500}", line \d+|Traceback \(most recent call last\):|The above exception was the direct|During handling of the above|Exception Type: |Exception Value: )/g,
  },
  {
    // at a.B.c(D.java:1) · at f (a.js:1:2) · at a.js:1:2 · at A.B(C d) in e.cs:line 1
    frame:
      /(?<!panicked|CMake Error)\sat (?:async |new )?(?:[^\s()'"`]{1,300}(?: \[as \w+\])? ?\([^()]{0,300}\)|[^\s()]{1,300}:\d+:\d+\b)/g,
    breaks:
      /\s(?<!panicked )(?=at (?:async |new )?(?:[^\s()'"`]{1,300}(?: \[as \w+\])? ?\([^()]{0,300}\)|[^\s()]{1,300}:\d+:\d+\b)|Caused by: |Suppressed: |Wrapped by: |\.\.\. \d+ (?:more|lines|common)|---> |--- End of |\[cause\]: |(?<=:\d{1,6}\)? )\{ (?!\[)|\[errors\]: |Emitted 'error' event|Node\.js v\d)|(?<=\[errors\]: \[)\s|(?<=:\d{1,6}\)?,)\s(?=\w{0,60}Error\b)/g,
  },
  {
    // bei A.B(C d) in e.cs:Zeile 1.
    frame:
      /\s\p{L}{1,12} [\w.<>`+[\]]{1,200}\([^()]{0,300}\) \p{L}{1,12} [^\s:]{0,40}:?[^\s:]{1,300}:\p{L}{1,12} \d+/gu,
    breaks:
      /\s(?=\p{L}{1,12} [\w.<>`+[\]]{1,200}\([^()]{0,300}\) \p{L}{1,12} [^\s:]{0,40}:?[^\s:]{1,300}:\p{L}{1,12} \d+|---> |--- )/gu,
  },
  {
    // #0 /a.php(1): f() · #1 {main}
    frame: /\s#\d+ (?:\{main\}|\[internal|[^\s]{1,300}\(\d+\):)/g,
    breaks:
      /\s(?=#\d+ (?:\{main\}|\[internal|[^\s]{1,300}\(\d+\):)|Stack trace:|Next [\w\\]+(?:: | in )|thrown in |\[previous exception\])/g,
  },
  {
    // /a.go:1 +0x1d
    frame: /\s\S{1,300}\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?(?=\s|$)/g,
    marks:
      /goroutine \d+ \[|\s[\w./()*-]{1,200}\.[\w()*]{1,100}(?:\(.{0,200}\))?\s{1,4}\/\S{1,300}\.(?:go|s):\d/,
    breaks:
      /\s(?=fatal error: |runtime stack:|[\w./-]{1,200}\.[\w.()*]{1,100}\s{1,4}\/\S{1,300}\.(?:go|s):\d|\S{1,300}\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?(?:\s|$)|goroutine \d+ (?:gp=\S+ m=\S+ )?\[|created by |exit status \d|panic: |\[signal |\S{1,200}\([^()\s]{0,200}(?:, [^()\s]{1,40}){0,10}\) \S{1,300}\.(?:go|s):\d)/g,
  },
  {
    // a.rb:1:in `f': message (KeyError) from a.rb:2:in `g'
    frame: /\s(?:from )?\S{1,300}:\d+:in [`'"]/g,
    marks: /:\d+:in [`'"]/,
    breaks:
      /(?<!\s\d{1,5}:)\s(?=(?:\d+: )?from \S{1,300}:\d+:in |(?<!from )\S{1,300}:\d+:in [`'"][^`'"]{1,100}['"](?::|\s|$))|(?<= \([A-Z][\w:]{1,100}\):?)\s/g,
  },
  {
    marks: /stack backtrace:|panicked at|Caused by:/i,
    // 0: rust_begin_unwind at /rustc/x/library/std/src/panicking.rs:1:5
    frame: /\s\d+: \S{1,300}(?: at \S{1,300}:\d+)?(?=\s)/g,
    breaks:
      /\s(?=\d+: (?:0x[0-9a-f]+ - )?[\w<][^\s]{1,300}(?:\s|$)|stack backtrace:|Stack backtrace:|note: (?:run with|Some details)|Caused by:|at \S{1,300}\.rs:\d)/g,
  },
  {
    // (app 1.0.0) lib/a.ex:1: M.f/1
    frame: /\s\([\w.]+(?: [\w.-]+)?\) \S{1,200}\.(?:exs?|erl):\d+: /g,
    breaks: /(?<!\*\*)\s(?=\([\w.]+(?: [\w.-]+)?\) \S{1,200}\.(?:exs?|erl):\d+: |\*\* \()/g,
  },
  {
    // f@https://x/a.js:1:2 · global code@a.js:1:2 · map@[native code]
    frame: /[\p{L}\w$./<*]{0,120}@(?:[^\s@]{1,400}:\d+:\d+|\[native code\])(?=\s|$)/gu,
    breaks:
      /\s(?<!(?:global|module|eval)\s(?=code@))(?=(?:(?:global|module|eval) code|[\p{L}\w$./<*]{0,120})@(?:[^\s@]{1,400}:\d+:\d+|\[native code\])(?:\s|$)|Caused by: )|(?<=@(?:[^\s@]{1,400}:\d+:\d+|\[native code\]))\s(?=\w{1,60}Error\b)/gu,
  },
];
const LITERALS = new Map(RULES.map((rule) => [rule, literalsOf(rule.frame)]));
const MARKS =
  /Traceback \(most recent call last\): |Stack trace: |stack backtrace: |goroutine \d+ \[|(?:Error|Exception)(?:: |\b)|panicked at|Rejection: |\berror: |\*\* \(/;
const MIN_LENGTH = 40;
const MIN_RULED = 60;
const MAX_LENGTH = 64_000;
const MAX_ALONE = 3;

/** Puts a trace whose newlines became blanks back on lines of its own. */
export function collapsed(lines: Line[]): Line[] {
  const isPaste = isAlone(lines);
  return lines.flatMap((line) => {
    if (line.text.length < MIN_LENGTH || line.text.length > MAX_LENGTH) return [line];
    const texts = (isPaste ? sundered(line.text) : [line.text]).flatMap((text) => whole(text, isPaste));
    return texts.length === 1 ? [line] : cutLine(line, texts);
  });
}

function whole(text: string, isPaste: boolean): string[] {
  const rule =
    text.trimEnd().length < MIN_RULED ? undefined : RULES.find((candidate) => isCollapsed(text, candidate));
  if (rule === undefined) return isPaste ? loosened(text) : [text];
  const texts = text.replace(rule.breaks, '\n').split('\n');
  return isPaste ? ends(texts) : texts;
}

/** Whether the text is that line and at most two more: of a log's lines none is cut at a mere word. */
function isAlone(lines: Line[]): boolean {
  let filled = 0;
  for (const { text } of lines) if (text.trim() !== '' && ++filled > MAX_ALONE) return false;
  return true;
}

/** What stands before the first frame and behind the last may be several lines too. */
function ends(texts: string[]): string[] {
  const last = texts.length - 1;
  return texts.flatMap((text, index) => (index === 0 || index === last ? loosened(text) : text));
}

function isCollapsed(text: string, rule: Rule): boolean {
  // npm puts its name before each line: they are still lines.
  if (!holdsAny(text, LITERALS.get(rule) ?? []) || /^npm (?:ERR!|error)/.test(text)) return false;
  rule.frame.lastIndex = 0;
  if (!rule.frame.test(text)) return false;
  const first = rule.frame.lastIndex;
  const isTwice = rule.frame.test(text);
  if (isTwice) return (rule.marks ?? MARKS).test(text) || text.trimStart().search(rule.frame) <= 0;
  // One frame: the head must be on the same line, before it.
  return (
    first > 40 && (rule.marks ?? MARKS).test(text.slice(0, first)) && !/^\s*(?:at|from|#\d+|File) /.test(text)
  );
}
