import { languages } from '../../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import { toAppFrame } from '../../location.ts';
import { findLine, parseFrames, skipEmptyLines, skipLines } from '../../find-lines.ts';
import { parseV8Frame } from './v8-frame.ts';

const MAX_SECTION = 120;

/** What "copy" gives in Next.js's overlay since 15: sections of Markdown for the type, the message and the source. */
export const nextPrompt: Format = {
  id: 'next-prompt',
  language: languages.javascript,
  triggers: ['Error Type'],
  parse(lines, from) {
    if (!isTitle(lines, from, 'Error Type')) return undefined;
    const kindAt = filled(lines, from + 1);
    const titleAt = filled(lines, kindAt + 1);
    const kind = lines[kindAt]?.text.trim() ?? '';
    if (!isTitle(lines, titleAt, 'Error Message') || !KIND.test(kind)) return undefined;
    return kind === 'Build Error' ? parseBuild(lines, from, titleAt) : parseError(lines, from, titleAt, kind);
  },
};

// Runtime TypeError · Console Error · Recoverable Error · Build Error
const KIND = /^(?:(?:Runtime|Console|Recoverable|Unhandled Runtime) )?[A-Z][\w$]{0,400}$|^Build Error$/;

const isTitle = (lines: Line[], index: number, title: string) =>
  (lines[index]?.text ?? '').replace(/^\s*#{1,3} /, '').trim() === title;
const isSection = (text: string) =>
  /^\s*(?:#{1,3} )?(?:Error (?:Type|Message)|Code Frame|Build Output)$/.test(text);
const isVersion = (text: string) => /^\s*Next\.js version: \d/.test(text);

/** The first line from one on that is not empty. */
const filled = (lines: Line[], from: number) => skipEmptyLines(lines, from, 3);

function parseError(lines: Line[], from: number, titleAt: number, kind: string): ParseResult {
  const start = filled(lines, titleAt + 1);
  const isEnd = (text: string) => isSection(text) || isVersion(text) || parseV8Frame(text) !== undefined;
  const end = skipLines(lines, start, start + MAX_SECTION, (text) => !isEnd(text));
  const message = joinMessage('', lines, start, end);
  const { frames, next } = parseFrames(lines, end, parseV8Frame);
  const type = kind.split(' ').at(-1) ?? kind;
  return exceptionResult(lines, from, endOf(lines, Math.max(next, end)), {
    type,
    message,
    frames,
    headerIndex: start,
  });
}

// ./app/page.tsx:1:1 · ./app/page.tsx (3:7)
const LOCATION = /^\s*(?<file>\.{0,2}\/?[^\s:()]{1,400}\.\w{1,6})(?::| \()(?<line>\d+):(?<column>\d+)\)?$/;

function parseBuild(lines: Line[], from: number, titleAt: number): ParseResult {
  const start = filled(lines, titleAt + 1);
  const output = findLine(lines, start, start + MAX_SECTION, (text) => isSection(text)) ?? start + 1;
  const message = joinMessage('', lines, start, output);
  const placeAt = filled(lines, output + 1);
  const { file = '', line, column } = LOCATION.exec(lines[placeAt]?.text ?? '')?.groups ?? {};
  const frames = file === '' ? [] : [toAppFrame((lines[placeAt] as Line).inputLine, file, line, column)];
  // The output says it again, and shows the source.
  const shown = skipLines(lines, placeAt, placeAt + MAX_SECTION, (text) => text.trim() !== '');
  return exceptionResult(lines, from, endOf(lines, shown), {
    message,
    frames,
    headerIndex: start,
  });
}

/** The line behind the version, which is the last; without it, behind what was read. */
function endOf(lines: Line[], from: number): number {
  const version = findLine(lines, from, from + MAX_SECTION, isVersion, (text) => isTitleOfType(text));
  return version === undefined ? from : version + 1;
}

const isTitleOfType = (text: string) => /^\s*#{1,3} Error Type$/.test(text);
