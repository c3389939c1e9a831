import { append } from '../append.ts';
import { defineLanguage } from '../languages.ts';
import { type Format, parseResult } from '../format.ts';
import { parseHeader } from '../exception-header.ts';
import type { Line } from '../line.ts';
import { joinMessage } from '../message.ts';
import type { Origin } from '../origin.ts';
import { matchLocation, toLocation } from '../location.ts';
import { findLine, skipEmptyLines, skipLines } from '../find-lines.ts';
import type { Exception, Frame } from '../types.ts';

const MAX_MESSAGE = 40;
const MAX_DEPTH = 20;

/** Julia's errors: `ERROR: Type: message`, then the numbered calls below `Stacktrace:`, the innermost first. */
export const julia: Format = {
  id: 'julia',
  language: defineLanguage({ id: 'julia', endings: ['.jl'] }),
  triggers: ['ERROR: ', 'caused by: ', 'nested task error: '],
  lookahead: { triggers: ['Stacktrace:'], lines: MAX_MESSAGE },
  lineStarts: { inside: ['in expression starting at '] },
  parse(lines, from) {
    const exceptions: Exception[] = [];
    let next = from;
    let index = from;
    while (index < lines.length) {
      const read = parseOne(lines, index, exceptions.length > 0);
      if (read === undefined) break;
      append(exceptions, read.exceptions);
      ({ next } = read);
      index = skipEmptyLines(lines, next, 2);
    }
    if (exceptions.length === 0) return undefined;
    const found = parseResult(lines, from, next, { exceptions });
    return found;
  },
};

type Read = { exceptions: Exception[]; next: number };

// ERROR: LoadError: UndefVarError: `T` not defined · caused by: KeyError: key "ink" not found · ERROR: no price for ink
// A log's cleaning may have taken the level off.
const HEAD = /^\s*(?:(?<level>ERROR)|(?<cause>caused by|nested task error)): (?<said>\S.*)$/;
const BARE = /^\s*(?<said>(?:\w+\.)*[A-Z]\w*(?:Error|Exception): \S.*|(?:TaskFailed|Composite)Exception)$/;
const STACK = /^\s*Stacktrace:$/;
// What only Julia has, should the stack be missing.
const OWN =
  /^(?:UndefVarError|MethodError|BoundsError|LoadError|InexactError|DomainError|UndefRefError|UndefKeywordError|InitError|TaskFailedException|CompositeException)$/;
const START = /^\s*in expression starting at (?<file>\S.{0,400}):(?<line>\d+)$/;

function parseOne(lines: Line[], from: number, isCause: boolean): Read | undefined {
  const { text, inputLine } = lines[from] as Line;
  const {
    level,
    cause,
    said = '',
  } = (HEAD.exec(text.slice(0, 8000)) ?? BARE.exec(text.slice(0, 8000)))?.groups ?? {};
  if (said === '' || (cause !== undefined) !== isCause) return undefined;
  const heads = headsOf(said);
  const isEnd = (line: string) => HEAD.test(line) || START.test(line);
  const stack = findLine(lines, from + 1, from + MAX_MESSAGE, (line) => STACK.test(line), isEnd);
  const hasCalls = stack !== undefined && /^\s*\[1\] /.test(lines[stack + 1]?.text ?? '');
  const isTask = /^(?:TaskFailed|Composite)Exception$/.test(said);
  if (!hasCalls && !((level !== undefined || isTask) && OWN.test(heads[0]?.type ?? ''))) return undefined;
  const end =
    stack ?? skipLines(lines, from + 1, from + MAX_MESSAGE, (line) => line.trim() !== '' && !isEnd(line));
  const read = stack === undefined ? { frames: [], next: end } : parseCalls(lines, stack + 1);
  const next = skipLines(lines, read.next, read.next + 1, (line) => START.test(line));
  const exceptions = heads.map(({ type, message }, index): Exception => {
    const isLast = index === heads.length - 1;
    return {
      type,
      message: joinMessage(message, lines, from + 1, end),
      frames: isLast ? read.frames : [],
      ...(index > 0 || isCause ? { relation: 'cause' } : {}),
      inputLine,
    };
  });
  return { exceptions, next };
}

/** `LoadError: UndefVarError: text` names both; what has no class is an ErrorException, which Julia does not print. */
function headsOf(said: string, depth = 0): { type: string; message: string }[] {
  const head = parseHeader(said);
  if (head === undefined || !/^(?:\w+\.)*[A-Z]\w*(?:Error|Exception)$/.test(head.type))
    return [{ type: 'error', message: said }];
  const { type, message } = head;
  return /^(?:LoadError|InitError)$/.test(type) && message !== '' && depth < MAX_DEPTH
    ? [{ type, message }, ...headsOf(message, depth + 1)]
    : [{ type, message }];
}

// [1] getindex(A::Vector{Int64}, i1::Int64) · [1] getindex at ./array.jl:729 [inlined] · [1] total(::Array) at /srv/cart.jl:7
const CALL = /^\s*\[\d+\] (?<name>\S.{0,4000}?)(?: at (?<file>\S{1,400}):(?<line>\d+))?(?: \[inlined\])?$/;
// @ Base ./essentials.jl:13 · @ ~/shop/cart.jl:33
const LOCATIONS = [/^\s*@ (?:(?<module>[\w.]{1,400}) )?(?<file>\S.{0,400}?):(?<line>\d+)(?: \[inlined\])?$/];
const PASSED = /^\s*(?:⋮|\.{3}|--- the .{1,80} ---|\s*╰|\s*@ none:\d+)/;

function parseCalls(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  const next = skipLines(lines, from, lines.length, (text, index) => {
    const call = CALL.exec(text.slice(0, 2000))?.groups;
    if (call !== undefined) {
      const name = (call['name'] ?? '').replace(/\((?!::).*$/, '');
      frames.push({
        ...toLocation({ ...call, name }, originOfFile(call['file'])),
        inputLine: (lines[index] as Line).inputLine,
      });
      return true;
    }
    const last = frames.at(-1);
    const place = matchLocation(LOCATIONS, text, ({ module, file }) => originOfFile(file, module));
    if (place !== undefined && last !== undefined && last.file === undefined) Object.assign(last, place);
    return place !== undefined || PASSED.test(text);
  });
  return { frames, next };
}

function originOfFile(file: string | undefined, module?: string): Origin {
  if (
    file === undefined ||
    file.startsWith('./') ||
    /^(?:Base|Core)\b/.test(module ?? '') ||
    /\/julia\/(?:stdlib|base)\//.test(file)
  )
    return { origin: 'runtime' };
  const held = /\.julia\/packages\/([^/]+)\//.exec(file)?.[1];
  return held === undefined ? { origin: 'app' } : { origin: 'library', package: held };
}
