import { defineLanguage } from '../languages.ts';
import { type Format, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { toAppFrame, matchLocation } from '../location.ts';
import { parseFrames, skipLines } from '../find-lines.ts';

/** Perl's `die`, what its compiler finds, and Carp's stacks: `message at FILE line N.` */
export const perl: Format = {
  id: 'perl',
  language: defineLanguage({ id: 'perl', endings: ['.pl', '.pm'] }),
  triggers: [' line '],
  lineStarts: {
    // Global symbol "$total" requires … · BEGIN failed--compilation aborted · Compilation failed in require
    inside: [
      'Global symbol "',
      'BEGIN failed--compilation',
      'Compilation failed in require',
      'Execution of \\S{1,400} aborted due',
    ],
  },
  collapsed: [
    {
      // main::rate(-1) called at confess.pl line 5
      signs: [' called at '],
      frame: /[\w:]{1,400}(?:\([^()]{0,400}\))? called at \S{1,400} line \d+/,
    },
  ],
  logTriggers: ['.pl line ', '.pm line ', '.t line ', '-e line ', '.cgi line ', ' at - line '],
  parse(lines, from) {
    const { text, inputLine } = lines[from] as Line;
    const { message = '', file = '', line, rest = '' } = HEAD.exec(text.slice(0, 4000))?.groups ?? {};
    if (message === '' || WARNING.test(message) || END.test(text)) return undefined;
    // `Look at cart.pl line 8.` is a sentence.
    if (!OWN.test(message) && (!/\S\s\S/.test(message) || SENTENCE.test(message))) return undefined;
    const stack = parseFrames(lines, from + 1, (call) => matchLocation(CALLS, call));
    const next = skipLines(lines, stack.next, stack.next + 4, (below) => END.test(below));
    const frames = [toAppFrame(inputLine, file, line), ...stack.frames];
    return exceptionResult(lines, from, next, { message: `${message}${rest}`, frames });
  },
};

const PERL_NAMES = ['p[lm]', 't', 'cgi', 'psgi', 'plx', 'fcgi'];

// no price for ink at die.pl line 8. · bad item: ink at input.pl line 4, <STDIN> line 2. · syntax error at a.pl line 2, near "2;"
const FILE = `(?<file>(?:[A-Za-z]:)?[^\\s:"'<>]{0,400}\\.(?:${PERL_NAMES.join('|')})|\\(eval \\d+\\)|-e)`;
const END_OF_LINE =
  '(?:\\.(?:: /\\S{1,400})?|, <\\S{0,80}> (?:line|chunk) \\d+\\.|(?<rest>, (?:near "|at EOF).{0,400}))';
const HEAD = new RegExp(
  `^(?![#*;]|//|--)(?:\\[[^\\]]{1,80}\\] ){0,4}(?:AH\\d{5}: )?(?:\\S{1,400}\\.(?:cgi|p[ls]|psgi): )?(?<message>\\S.{0,4000}?) at ${FILE} line (?<line>\\d+)${END_OF_LINE}$`,
);
//   main::rate(-1) called at confess.pl line 5
const CALLS = [
  /^\s+(?<name>[\w:]{1,400}|eval \{\.{3}\}|require .{1,400}?|\(eval\))(?:\(.{0,4000}\))? called at (?<file>\S.{0,400}) line (?<line>\d+)$/,
];
// What follows from an error that was told before.
const END =
  /^(?:Compilation failed in require at |BEGIN failed--compilation aborted at |Execution of \S{1,400} aborted due to compilation errors\.|\S{1,400} had (?:too many errors|compilation errors)\.)/;
const PERL_MESSAGES = [
  'Use of uninitialized value',
  'Name ".{1,400}" used only once',
  'Subroutine \\S{1,400} redefined',
  'Argument ".{0,400}" isn\'t numeric',
  'Odd number of elements',
  'Useless use of',
  'Possible ',
  'Unquoted string',
  '"(?:my|our|state)" variable',
  'Scalar value ',
  'Smartmatch is',
  'given is',
  'when is',
  'Wide character in',
  'Deep recursion on',
  'Found = in conditional',
  'Statement unlikely',
  'Reference found where',
  'Redundant argument',
  'Missing argument',
  '.{1,400} is (?:deprecated|experimental)\\b',
];
const WARNING = new RegExp(`^(?:${PERL_MESSAGES.join('|')})`);
const OWN =
  /^(?:Can't |Illegal |Global symbol |syntax error|Undefined subroutine|Not an? |Bareword |Modification of |Missing right|Unmatched |Attempt to |Died$|Number found where|String found where|Type of arg|Too (?:many|few) arguments|Search pattern not|Unrecognized )/;
const SENTENCE =
  /^(?:See|Look|It|This|That|The (?:bug|error|problem|line|code|fix)|Fix|Note|I|We|You|There|Here|A|An|Defined|Called|Set|Start|Stop|Go|Add|Put|Change|Remove|Have|Please)\b/;
