import { languages } from '../languages.ts';
import { type Format, exceptionResult } from '../format.ts';
import { parseHeader } from '../exception-header.ts';
import { findLine } from '../find-lines.ts';
import { type Line, textAt } from '../line.ts';
import type { Location } from '../location.ts';
import type { Frame } from '../types.ts';
import { parseAppleFrame } from './apple/frame.ts';
import { parseDotnetFrame } from './dotnet/frame.ts';
import { parseJavaFrame } from './jvm/java-frame.ts';
import { languageOf } from './message-only/language.ts';

const MAX_STACK = 400;
const STACK = /^\s*(?:### )?Stacktrace(?: ###)?$/;
const REASON = /^\s*(?:### )?Reason(?: ###)?$/;

/** What App Center writes into an issue: the frames, and below them the reason. */
export const appCenter: Format = {
  id: 'app-center',
  language: languages.unknown,
  triggers: ['Stacktrace'],
  parse(lines, from) {
    if (!STACK.test(textAt(lines, from))) return undefined;
    const reason = findLine(lines, from + 1, from + MAX_STACK, (text) => REASON.test(text));
    const headerIndex = reason && findLine(lines, reason + 1, reason + 4, (text) => text.trim() !== '');
    if (reason === undefined || headerIndex === undefined) return undefined;
    const header = parseHeader(textAt(lines, headerIndex).trim());
    if (header === undefined) return undefined;
    const { frames, language } = parseFrames(lines.slice(from + 1, reason));
    return exceptionResult(lines, from, headerIndex + 1, {
      ...header,
      frames,
      language: language ?? languageOf(header.type, header.message),
      headerIndex,
    });
  },
};

// com.acme.shop.MainActivity.add (MainActivity.java:41);
// Acme.Shop.Basket.Add (System.Object sender) [0x00011] in <b7cbd9ee>:0;Acme.Shop.Basket
/** Frames of any system, each with the class or nothing behind a semicolon. */
function parseFrames(lines: Line[]): { frames: Frame[]; language: string | undefined } {
  const frames: Frame[] = [];
  let language: string | undefined;
  for (const { text, inputLine } of lines) {
    const call = text.trim().replace(/;[^;()\s]{0,400}$/, '');
    for (const [name, parseFrame] of PARSERS) {
      const place = parseFrame(call) ?? parseFrame(`   at ${call}`);
      if (place === undefined) continue;
      language ??= name;
      frames.push({ ...place, inputLine });
      break;
    }
  }
  const isKotlin = frames.some(({ origin, file = '' }) => origin === 'app' && /\.kts?$/.test(file));
  return { frames, language: isKotlin ? 'kotlin' : language };
}

const PARSERS: [language: string, parseFrame: (text: string) => Location | undefined][] = [
  ['java', parseJavaFrame],
  ['dotnet', parseDotnetFrame],
  ['swift', parseAppleFrame],
];
