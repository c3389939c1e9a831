import { defineLanguage } from '../languages.ts';
import { type Format, type ParseResult, parseResult, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { joinMessage } from '../message.ts';
import { patternTable } from '../pattern-table.ts';
import { findLine, skipLines } from '../find-lines.ts';
import type { Exception } from '../types.ts';
import { parseCalls } from './r/calls.ts';

const MAX_MESSAGE = 40;

/** R's errors: `Error in f(x) : message`, rlang's with bullets and a backtrace, what parses not. */
export const r: Format = {
  id: 'r',
  language: defineLanguage({ id: 'r', endings: ['.R', '.r'] }),
  triggers: [
    'Error in ',
    'Fehler in ',
    'Erreur dans ',
    'Error en ',
    'Errore in ',
    'Error:',
    'ERROR: ',
    'install.packages',
  ],
  lineStarts: {
    // Execution halted · Calls: a -> b · Backtrace: · Caused by error in `f()`:
    inside: ['Execution halted', 'Calls: \\S+ -> ', 'Backtrace: ', 'Caused by error(?: in |:)'],
  },
  logTriggers: ['Fehler in ', 'Erreur dans '],
  parse: (lines, from) =>
    parseStructured(lines, from) ?? parsePlain(lines, from) ?? parseInstall(lines, from),
};

const parseInstall = patternTable([
  // ERROR: compilation failed for package 'shop' · ERROR: dependency ‘sf’ is not available for package ‘shop’
  [
    /^(?:Error: )?ERROR: (?<message>(?:no packages specified|(?:configuration|compilation|lazy loading|loading) failed (?:for package )?.{0,400}|dependenc(?:y|ies) .{1,400} (?:is|are) not available for package .{1,400}))$/,
  ],
  // Warning in install.packages :
  //   installation of package ‘shop’ had non-zero exit status
  [
    /^Warning in install\.packages ?:\n(?<message>installation of package .{1,400} had non-zero exit status)$/,
    { type: 'exit', lineCount: 2, refersTo: 'previous' },
  ],
]);

// Error in total(cart) : no price for ink · Error in if (a > 0) print("x") : · Fehler in f(x) : text
const PLAIN =
  /^\s*(?:## |#> )?(?:Error in|Fehler in|Errore in|Error en|Erreur dans) (?<call>\S.{0,400}?) ?:(?:\s(?<message>.*))?$/;
const SPACED = / :(?:\s|$)/;
// Error: object 'cart' not found · Error: unexpected symbol in:
const BARE = /^\s*Error: (?<message>\S.*)$/;
const R_WORDS = [
  "object '.{1,400}' not found",
  'could not find function "',
  "unexpected (?:symbol|string constant|numeric constant|input|end of input|assignment|'.{1,10}') ?(?:in[: ]|$)",
  'package or namespace load failed for',
  'there is no package called',
  'argument "\\S{1,80}" is missing, with no default',
  'cannot open the connection',
  'subscript out of bounds',
  'non-numeric argument to ',
  'unused argument',
  '\\$ operator is invalid for',
  'missing value where TRUE/FALSE needed',
  'cannot allocate vector of size',
  "invalid 'type' \\(",
];
const OWN = new RegExp(`^(?:${R_WORDS.join('|')})`);
// What R prints when a script has failed, or below an error at its prompt.
const AFTER =
  /^(?:Execution halted|Calls: \S|In addition: Warning messages?:|Ausführung angehalten|Exécution arrêtée|Traceback:$)/;

function parsePlain(lines: Line[], from: number): ParseResult | undefined {
  const { text, inputLine } = lines[from] as Line;
  const { call, message = '' } = PLAIN.exec(text.slice(0, 4000))?.groups ?? {};
  const bare = call === undefined ? BARE.exec(text.slice(0, 4000))?.groups?.['message'] : undefined;
  if (call === undefined && bare === undefined) return undefined;
  // The message of a long call stands on the next line, as do its own further lines.
  const isOpen = bare === undefined && message === '';
  const start = isOpen && lines[from + 1]?.text === '' ? from + 2 : from + 1;
  // Error: unexpected symbol in: — with the source between quotes below
  const end = /^unexpected .{1,80} in:$/.test(bare ?? '')
    ? (findLine(lines, from + 1, from + 8, (line) => line.endsWith('"')) ?? from) + 1
    : isOpen
      ? messageEnd(lines, start + 1, /^\s+\S/)
      : messageEnd(lines, from + 1, /^(?:"|\s+\S)/);
  const after = findLine(
    lines,
    end,
    end + 12,
    (line) => AFTER.test(line),
    (line, index) => line === '' && lines[index + 1]?.text === '',
  );
  const first = bare ?? message;
  const said = joinMessage(first, lines, from + 1, end);
  const isR =
    after !== undefined ||
    OWN.test(said) ||
    // A call, and the blank that R puts before its colon.
    (call !== undefined &&
      SPACED.test(text.slice(call.length)) &&
      /^[\w.:`$]{1,400}\(.*[)\s,]$/.test(call) &&
      said !== '');
  if (!isR) return undefined;
  const { frames, next } = parseCalls(lines, end, call, inputLine);
  return exceptionResult(lines, from, next, { type: 'Error', message: said, frames });
}

const messageEnd = (lines: Line[], from: number, of: RegExp) =>
  skipLines(
    lines,
    from,
    from + MAX_MESSAGE,
    (text) => of.test(text) && !AFTER.test(text) && !/^\s*Backtrace:/.test(text),
  );

// Error in `mutate()`: · Error in `f()`: ! message · Error: · Caused by error in `f()`: · Caused by error:
const STRUCTURED =
  /^\s*(?:Error|(?<cause>Caused by error))(?: in (?<call>`[^`]{1,400}`|\S[^:]{0,400}\)))?:(?: ! (?<message>\S.*))?$/;

/** Errors of rlang, each with its message below `!`; the last cause explains the failure. */
function parseStructured(lines: Line[], from: number): ParseResult | undefined {
  const exceptions: Exception[] = [];
  let index = from;
  while (index < lines.length) {
    const { text, inputLine } = lines[index] as Line;
    const head = STRUCTURED.exec(text.slice(0, 2000))?.groups;
    if (head === undefined || (head['cause'] !== undefined) !== exceptions.length > 0) break;
    const inline = head['message'];
    if (inline === undefined && !/^\s*! \S/.test(lines[index + 1]?.text ?? '')) break;
    const first = inline ?? (lines[index + 1] as Line).text.trim().slice(2);
    const rest = inline === undefined ? index + 2 : index + 1;
    const end = skipLines(
      lines,
      rest,
      index + MAX_MESSAGE,
      (line) =>
        line.trim() !== '' &&
        !STRUCTURED.test(line) &&
        !/^\s*(?:Backtrace:|---$|Run `rlang::)/.test(line) &&
        !AFTER.test(line),
    );
    const message = joinMessage(first, lines, rest, end);
    exceptions.push({
      type: 'Error',
      message,
      frames: [],
      inputLine,
      ...(exceptions.length > 0 ? { relation: 'cause' } : {}),
    });
    index = end;
  }
  const last = exceptions.at(-1);
  if (last === undefined) return undefined;
  const { frames, next } = parseCalls(lines, index, undefined, last.inputLine);
  last.frames = frames;
  return parseResult(lines, from, next, { exceptions });
}
