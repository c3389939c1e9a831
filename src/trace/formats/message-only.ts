import { languages } from '../languages.ts';
import { type Format, exceptionResult } from '../format.ts';
import {
  findHeader,
  findRepr,
  type ExceptionHeader,
  isExceptionName,
  isSpecific,
  parseExceptionHeader,
  parseRepr,
} from '../exception-header.ts';
import { hasAtMostFilled, type Line, textAt } from '../line.ts';
import { findMessageEnd, joinMessage, stripExcerpt } from '../message.ts';
import { isComponentLine, skipComponents } from './javascript/component-stack.ts';
import { parseV8Frame } from './javascript/v8-frame.ts';
import { parseV8Header } from './javascript/v8-header.ts';
import { languageOf } from './message-only/language.ts';

/** Parts of names that end in neither `Error` nor `Exception`, as `exceptionNames` of languages have them. */
const OTHER_NAMES =
  'Interrupt Exit Iteration NotE Returned Expired NoReverse Improperly NotRe Disallowed SuspiciousO Greenlet Detected History TooMany ProcessPool Http404 BadReq UnknownF InvalidA Undefined InvalidC NotFound NotUnique Invalid: Denied Exceeded Violation Timeout'.split(
    ' ',
  );
/** What begins a name after a module or a namespace: `app.errors.Stale`, `Cart::Stale`. */
const QUALIFIED = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => [`.${letter}`, `:${letter}`]).flat();

/** An exception's type and message on a line of their own or at the end of a log record, without any frame. */
export const messageOnly: Format = {
  id: 'message-only',
  language: languages.unknown,
  // KeyError · app.errors.Stale · DeadlockDetected
  triggers: ['Error', 'Exception', ...OTHER_NAMES, ...QUALIFIED],
  parse(lines, from) {
    const line = lines[from] as Line;
    const found = findHeaderIn(line);
    if (found === undefined || isDocumentation(found.message)) return undefined;
    // Far in among other lines it is an item of a list or a quotation.
    if (!line.hasLogPrefix && /^\s{4}/.test(line.text) && lines.length > 2) return undefined;
    // Flask's page names the type above the whole.
    if (
      found.message === '' &&
      textAt(lines, from + 1)
        .trim()
        .startsWith(`${found.type}: `)
    )
      return undefined;
    const isPair = found.message === '' && isTypeAndMessage(lines, from);
    const isOpen = found.message === '' && opensMessage(lines, from);
    // A name alone is an error only where it is all there is.
    if (!isPair && found.message === '' && !/[.:\\]/.test(found.type) && !hasAtMostFilled(lines, 2))
      return undefined;
    if (isSummary(lines, from) || isOfNextError(lines, from)) return undefined;
    // The traceback under a log's line says the same, and more.
    if (lines[from + 1]?.text.includes('Traceback (most recent call last)')) return undefined;
    const next = isPair ? lines.length : findMessageEnd(lines, from + (isOpen ? 2 : 1), isComponentLine);
    const message = stripExcerpt(
      joinMessage(
        found.message,
        lines,
        from + 1,
        found.message === '' && !isPair && !isOpen ? from + 1 : next,
      ),
    );
    // Winston's word for an error, which its stack names below.
    const isUncaught = found.type === 'uncaughtException';
    if (isUncaught && parseExceptionHeader(textAt(lines, from + 1).trim()) !== undefined) return undefined;
    const { code } = found;
    const type = isUncaught ? 'error' : found.type;
    const isQuoted = type.startsWith('System.') && /^'[^]*'$/.test(message);
    const language = found.isRepr
      ? 'python'
      : /^uncaught |\.(?:[cm]?[jt]sx?|vue|s?css|json|md): \w{1,80}Error: /i.test(line.text.slice(0, 2000))
        ? 'javascript'
        : languageOf(type, message);
    const read = exceptionResult(lines, from, skipComponents(lines, next), {
      language,
      type,
      // Visual Studio's dialogue puts the message in quotes.
      message: isQuoted ? message.slice(1, -1) : message,
      code,
    });
    // Spring tells below what it means.
    return line.text.includes('cancelling refresh attempt: ') ? { ...read, refersTo: 'next' } : read;
  },
};

/** Whether a paste is a type, and below it a message, as trackers and pages show them. */
function isTypeAndMessage(lines: Line[], from: number): boolean {
  const below = textAt(lines, from + 1) || textAt(lines, from + 2);
  return (
    hasAtMostFilled(lines, 2) &&
    hasAtMostFilled(lines.slice(0, from), 0) &&
    /^[\p{L}'"`(\d].* .*/u.test(below) &&
    parseV8Frame(below) === undefined
  );
}

// ActiveRecord::StatementInvalid:
// PG::UndefinedTable: ERROR:  relation "carts" does not exist
/** Whether the message of a qualified type is the error below it. */
const opensMessage = (lines: Line[], from: number) =>
  /\w(?:::|\.)\w+:\s*$/.test(textAt(lines, from)) &&
  parseExceptionHeader(textAt(lines, from + 1).trim()) !== undefined;

/** pytest's `FAILED test_a.py::test - KeyError: 1` below the report that told it already. */
const isSummary = (lines: Line[], from: number) =>
  /^(?:FAILED|ERROR) \S+\.py/.test(textAt(lines, from)) &&
  lines.slice(Math.max(0, from - 400), from).some(({ text }) => /^E {2,}\S/.test(text));

// ModuleBuildError: Module build failed (from ./node_modules/loader.js):
const BUILD_FAILED = /(?:^|: )Module (?:build|parse) failed \(from \S{1,400}\):$/;

/** Whether webpack names the error below as what a loader threw. */
const isOfNextError = (lines: Line[], from: number) =>
  BUILD_FAILED.test(textAt(lines, from).slice(-600)) &&
  parseExceptionHeader(textAt(lines, from + 1).trim()) !== undefined;

const OPENER_FORMS = [
  'Exception in thread "[^"]{0,400}" ',
  'E {2,8}',
  '[\\w./-]{1,80}: Error while finding module specification for .{1,400}? \\(',
  '(?:\\[error\\] )?[\\w./@()-]{1,400}\\.(?:[cm]?[jt]sx?|vue|s?css|json|md): (?=\\w{1,80}Error: )',
  'error: (?=[A-Z])',
  '\\[Vue warn\\]: (?:Error|Unhandled error) (?:in|during) .{1,80}?: "?(?=[A-Z])',
];

// What runtimes and logs write before the type.
const OPENERS = new RegExp(`^(?:${OPENER_FORMS.join('|')})`);
// What a log has before a message: levels, loggers, threads, numbers.
const LOG = /^(?:\[?(?:WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\b|production\.|local\.)/;

/** `isRepr`: as Python's `repr` writes it. */
function findHeaderIn(line: Line): (ExceptionHeader & { isRepr?: boolean }) | undefined {
  const text = line.text.trim();
  const opener = OPENERS.exec(text.slice(0, 200))?.[0] ?? '';
  const said = text.slice(opener.length);
  const head = strictHead(opener.endsWith(' (') ? said.replace(/\)$/, '') : said);
  if (head !== undefined)
    return opener.endsWith('"') ? { ...head, message: head.message.replace(/"$/, '') } : head;
  const logged = consoleHead(said);
  if (logged !== undefined) return logged;
  const repr = parseRepr(text);
  if (repr !== undefined && text.endsWith(')') && !/^\s/.test(line.text)) return { ...repr, isRepr: true };
  // A record of what went well, or is tried again, may name an error.
  if (line.isInfo) return undefined;
  if (/raised (?:unexpected|error|exception)|retry:|Retry in|Unrecoverable error: /.test(text)) {
    const raised = findRepr(text);
    if (raised !== undefined) return { ...raised, isRepr: true };
  }
  return line.hasLogPrefix || LOG.test(text) ? findHeader(text) : undefined;
}

// AxiosError {message: 'Request failed', name: 'AxiosError', code: 'ERR_NETWORK', …}
/** An error as a browser's console shows an object. */
function consoleHead(text: string): ExceptionHeader | undefined {
  const match = /(?:^|Uncaught |\) )([A-Z]\w{0,80}Error) \{(?:.{0,400}? )?message: (['"])(.{1,900}?)\2,/.exec(
    text.slice(0, 2000),
  );
  if (match?.[1] === undefined) return undefined;
  const code = /, code: ['"]([A-Z0-9_]{2,80})['"]/.exec(text.slice(0, 2000))?.[1];
  return { type: match[1], message: match[3] ?? '', ...(code === undefined ? {} : { code }) };
}

function strictHead(text: string): ExceptionHeader | undefined {
  const head = parseV8Header(text);
  if (head === undefined || !isExceptionName(head.type)) return undefined;
  // `Error` alone says nothing; a word on its own is a heading or a list.
  return isSpecific(head) ? head : undefined;
}

// `ValueError: raised when a value is wrong` explains an error; it does not report one.
const isDocumentation = (message: string) =>
  /^(?:(?:is |are |was )?(?:raised|thrown|returned) (?:when|if|by|for)\b|(?:if|when) (?:the|a|an|any|no)\b|what |how to |occurs? (?:when|if)\b|indicates? )/i.test(
    message,
  ) || /^(?:str|int|bool|type|Type\[|Optional\[|\w+\[\w+\]|\d{3})[,;]?$/.test(message);
