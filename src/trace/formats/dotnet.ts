import { atFrames } from './at-frames.ts';
import { languages } from '../languages.ts';
import { type Format, parseResult, type ParseResult } from '../format.ts';
import {
  findHeaderAnywhere,
  type ExceptionHeader,
  isExceptionName,
  parseHeader,
} from '../exception-header.ts';
import { indentWidth, type Line, textAt } from '../line.ts';
import { startsLogEntry, joinMessage } from '../message.ts';
import { findLine } from '../find-lines.ts';
import type { Exception } from '../types.ts';
import { parseAndroid } from './dotnet/android.ts';
import { parseUnknownFrame } from '../unknown-frame.ts';
import { parseDotnetFrame } from './dotnet/frame.ts';

const LOOKAHEAD = 30;

/** .NET's trace: ` ---> ` opens an inner exception, whose frames come first; its words may be in any language. */
export const dotnet: Format = {
  id: 'dotnet',
  language: languages.dotnet,
  triggers: ['Exception', 'System.', 'Error Message:', 'Fehlermeldung:'],
  lookahead: {
    triggers: [':line ', ':Zeile ', ':ligne ', ':línea ', ':строка ', ':行号 ', ':行 '],
    lines: 1,
  },
  lineStarts: {
    frames: ['at ', '--- ?[A-Z]'],
    // ---> A.B: text · --- End of inner · [NullReferenceException: text]
    inside: ['---> ', '--- \\p{L}[^-():]{1,400} ---', '\\[\\w{1,400}(?:Exception|Error): '],
  },
  collapsed: [
    atFrames,
    {
      // bei A.B(C d) in e.cs:Zeile 1.
      signs: [') '],
      frame:
        /\p{L}{1,12} [\w.<>`+[\]]{1,400}\([^()]{0,400}\) \p{L}{1,12} [^\s:]{0,80}:?[^\s:]{1,400}:\p{L}{1,12} \d+/u,
    },
  ],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (/^\s*(?:Error Message|Fehlermeldung):$/.test(text)) return parseTest(lines, from);
    const android = parseAndroid(lines, from);
    if (android !== undefined) return android;
    const head = parseDotnetHeader(text) ?? findLoggedHeader(text, textAt(lines, from + 1));
    if (head === undefined)
      return parseDotnetFrame(text) === undefined || !isSure(text)
        ? undefined
        : parseChain(lines, from, undefined);
    return follows(lines, from, head) ? withCopy(lines, parseChain(lines, from, head)) : undefined;
  },
};

//   Error Message:
//    System.NullReferenceException : text
//   Stack Trace:
/** A failed test as `dotnet test` reports it. */
function parseTest(lines: Line[], from: number): ParseResult | undefined {
  const index = findLine(lines, from + 1, from + LOOKAHEAD, (text) =>
    /^\s*(?:Stack Trace|Stapelverfolgung):$/.test(text),
  );
  if (index === undefined) return undefined;
  const said = joinMessage('', lines, from + 1, index);
  const thrown = /^([\w.`]{1,400}(?:Exception|Error)) : /.exec(said);
  const type = thrown?.[1] ?? 'error';
  const found = parseChain(lines, index, { type, message: said.slice(thrown?.[0].length ?? 0) });
  const { inputLine } = lines[from] as Line;
  return { ...found, trace: { ...found.trace, span: [inputLine, found.trace.span[1]] } };
}

// [ERROR] FATAL UNHANDLED EXCEPTION: System.A: message
const COPY = /^\s*(?:\[ERROR\] )?FATAL UNHANDLED EXCEPTION: /;

/** Mono prints what nobody caught twice. */
function withCopy(lines: Line[], found: ParseResult): ParseResult {
  const from = lines[found.next]?.text.trim() === '' ? found.next + 1 : found.next;
  if (!COPY.test(textAt(lines, from))) return found;
  const copy = parseChain(lines, from, { type: '', message: '' });
  return {
    next: copy.next,
    trace: { ...found.trace, span: [found.trace.span[0], copy.trace.span[1]] },
  };
}

/** A frame that no other language has: it names its file by "line". */
const isSure = (text: string) =>
  /^\s*(?:at .+\) in .+:line|(?!at )\p{L}{1,12} .+\) \p{L}{1,12} .+\.(?:cs|vb|fs|xaml):\p{L}{1,12}) \d+$/u.test(
    text.slice(0, 2000),
  );

// Unhandled exception. System.A: message · [NullReferenceException: message] · fail: …: System.A: message
const OPENER =
  /^\s*(?:Unhandled [Ee]xception[.:] |[\p{L} ]{4,80}[.:] {1,2}(?=[\p{L}\d_]+\.[\p{L}\d_.]{0,400}Exception\b)|\[(?=\w+Exception)|-+> (?:\(.{1,80}#\d+\) )?)?/u;

function parseDotnetHeader(text: string): ExceptionHeader | undefined {
  const opener = OPENER.exec(text.slice(0, 120))?.[0] ?? '';
  let rest = text.slice(opener.length, 8000);
  if (opener.endsWith('[')) rest = rest.replace(/\]$/, '');
  const head = parseHeader(withoutNumber(rest));
  return head !== undefined && isExceptionName(head.type) && /Exception$|^System\./.test(head.type)
    ? head
    : undefined;
}

/** `SocketException (111): message`, `COMException (0x80004005): message`. */
const withoutNumber = (text: string) =>
  text.replace(/^([\w.]{1,400}) \((?:0x[0-9a-fA-F]{1,16}|-?\d{1,12})\)(?=:)/, '$1');

// Callback failed for id = '0'. Exception: System.InvalidCastException: text
// The process was terminated due to an unhandled exception. Exception Info: System.InvalidCastException
/** The exception at the end of a log's line, above frames of .NET. */
function findLoggedHeader(text: string, below: string): ExceptionHeader | undefined {
  if (isSure(below)) return findHeaderAnywhere(text);
  if (parseDotnetFrame(below) === undefined && !/^\s*-+> /.test(below)) return undefined;
  const head = findHeaderAnywhere(text.slice(0, 4000).trimEnd());
  const own = head?.type === 'Exception' ? parseDotnetHeader(head.message) : head;
  return own !== undefined && /^(?:System|Microsoft)\./.test(own.type) ? own : undefined;
}

const follows = (lines: Line[], from: number, head: ExceptionHeader) =>
  head.message.includes(' ---> ') ||
  findLine(lines, from + 1, from + LOOKAHEAD, isDotnetLine, startsLogEntry) !== undefined ||
  /^\s*Unhandled exception\. /.test(textAt(lines, from));

/** Whether a line can only be of .NET's trace. */
const isDotnetLine = (text: string) =>
  /^\s*-+> /.test(text) || parseDotnetFrame(text) !== undefined || isInnerEnd(text);

// message ---> System.FormatException: message
const CHAINED = / ---> (?=[\w.]+:)/;

/** The exceptions in printed order; frames belong to the innermost that has not ended. */
function parseChain(lines: Line[], from: number, head: ExceptionHeader | undefined): ParseResult {
  const exceptions: Exception[] = [];
  const open: Exception[] = [];
  const push = ({ type, message }: ExceptionHeader, inputLine: number, relation?: 'cause' | 'group') => {
    const exception = {
      type,
      message,
      frames: [],
      ...(relation === undefined ? {} : { relation }),
      inputLine,
    };
    exceptions.push(exception);
    open.push(exception);
  };
  const innerHead = (text: string) => parseHeader(withoutNumber(text)) ?? { type: '', message: text };
  // Older runtimes print the whole chain in one line.
  const { inputLine: first } = lines[from] as Line;
  const [message = '', ...inners] = (head?.message ?? '').split(CHAINED);
  push({ type: head?.type ?? '', message }, first);
  for (const inner of inners) push(innerHead(inner), first, 'cause');
  let index = head === undefined ? from : from + 1;
  let end = index;
  for (; index < lines.length; index++) {
    const { text, inputLine } = lines[index] as Line;
    // What Npgsql and others attach to an exception stands between its frames and the next.
    if (/^\s+Exception data:$/.test(text)) {
      while (/^\s+[A-Z]\w* ?: /.test(textAt(lines, index + 1))) index++;
      continue;
    }
    const current = open.at(-1) as Exception;
    if (COPY.test(text)) break;
    const frame =
      parseDotnetFrame(text.replace(/ <---$/, '')) ??
      (current.frames.length > 0 ? parseUnknownFrame(lines, index, parseDotnetFrame) : undefined);
    const inner = /^\s*-+> (\(.{1,80}#\d+\) )?(.*?)(?:<---)?$/.exec(text.slice(0, 8000));
    if (frame !== undefined) current.frames.push({ ...frame, inputLine });
    else if (inner !== null) {
      // The next member of an aggregate stands beside the last, not within it.
      if (inner[1] !== undefined) open.length = 1;
      push(innerHead(inner[2] ?? ''), inputLine, inner[1] === undefined ? 'cause' : 'group');
    } else if (isInnerEnd(text)) {
      if (open.length > 1) open.pop();
    } else if (!/^\s*---/.test(text) && !text.endsWith('<---')) {
      // The head of the next exception, which no line parts from this one.
      if (current.frames.length > 0 && parseDotnetHeader(text) !== undefined) break;
      if (!goesOn(lines, index, current.frames.length > 0)) break;
      if (current.frames.length === 0) {
        const [more = '', ...causes] = text.split(CHAINED);
        current.message += `\n${more}`;
        for (const cause of causes) push(innerHead(cause), inputLine, 'cause');
      }
      continue;
    }
    end = index + 1;
  }
  return parseResult(lines, from, Math.max(end, from + 1), { exceptions, ...rootOf(exceptions) });
}

/** `   --- End of inner exception stack trace ---`, in any language; the async separator stands at the margin. */
const isInnerEnd = (text: string) =>
  /^\s*--- .* ---$/.test(text) &&
  (indentWidth(text) > 0 || /inner/i.test(text)) &&
  !/previous location/.test(text);

const goesOn = (lines: Line[], from: number, hasFrames: boolean) =>
  findLine(
    lines,
    from + 1,
    from + (hasFrames ? 3 : LOOKAHEAD),
    isDotnetLine,
    (text) => startsLogEntry(text) || parseDotnetHeader(text) !== undefined,
  ) !== undefined;

/**
 * The innermost of the first chain; other members of an aggregate are alternatives. The first of them is printed twice:
 * as the inner exception, and as number 0.
 */
function rootOf(exceptions: Exception[]): { root: number; alternatives: number[] } {
  const alternatives = exceptions
    .map((_, index) => index)
    .filter((index) => index > 1 && exceptions[index]?.relation === 'group');
  return { root: (alternatives[0] ?? exceptions.length) - 1, alternatives };
}
