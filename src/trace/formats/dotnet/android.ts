import { type ParseResult, exceptionResult } from '../../format.ts';
import { parseHeader } from '../../exception-header.ts';
import type { Line } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import { matchLocation } from '../../location.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import { parseDotnetFrame } from './frame.ts';

const MAX_MESSAGE = 8;
const FRAMES = [
  // com.acme.shop.Cart.add(Cart.java:12) · com.unity3d.player.UnityPlayer.nativeRender(Native Method)
  /^\s*(?:at )?(?<name>(?:[\w$]{1,400}\.){1,20}[\w$<>]{1,400})\((?:Native Method|Unknown Source(?::\d+)?|(?<file>[\w$-]{1,400}\.(?:java|kt))(?::(?<line>\d+))?)\)\s*$/,
];
const RUNTIME = /^(?:java|javax|android|dalvik|com\.android|com\.unity3d)\./;

/** An exception of Java that Unity passes on: Java's frames, without `at`, stand above those of C#. */
export function parseAndroid(lines: Line[], from: number): ParseResult | undefined {
  const { type, message } = parseHeader((lines[from] as Line).text.trim()) ?? { type: '', message: '' };
  if (!type.endsWith('AndroidJavaException')) return undefined;
  const stack = findLine(lines, from + 1, from + MAX_MESSAGE, parseLocation, (text) => text.trim() === '');
  if (stack === undefined) return undefined;
  const { frames, next } = parseFrames(lines, stack, parseLocation);
  return exceptionResult(lines, from, next, {
    type,
    message: joinMessage(message, lines, from + 1, stack),
    frames,
  });
}

const parseLocation = (text: string) =>
  matchLocation(FRAMES, text, ({ name = '' }) => ({
    origin: RUNTIME.test(name) ? 'runtime' : 'app',
  })) ?? parseDotnetFrame(text);
