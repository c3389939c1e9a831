import { type Reading, single } from '../../format.ts';
import { readHead } from '../../head.ts';
import type { Line } from '../../line.ts';
import { joinMessage } from '../../message.ts';
import { placeBy } from '../../place.ts';
import { findLine, readFrames } from '../../search.ts';
import { frameOf } from './frame.ts';

const MAX_MESSAGE = 8;
const FRAMES = [
  // com.acme.shop.Cart.add(Cart.java:12) · com.unity3d.player.UnityPlayer.nativeRender(Native Method)
  /^\s*(?:at )?(?<name>(?:[\w$]{1,100}\.){1,20}[\w$<>]{1,100})\((?:Native Method|Unknown Source(?::\d+)?|(?<file>[\w$-]{1,100}\.(?:java|kt))(?::(?<line>\d+))?)\)\s*$/,
];
const RUNTIME = /^(?:java|javax|android|dalvik|com\.android|com\.unity3d)\./;

/** An exception of Java that Unity passes on: Java's frames, without `at`, stand above those of C#. */
export function readAndroid(lines: Line[], from: number): Reading | undefined {
  const { type, message } = readHead((lines[from] as Line).text.trim()) ?? { type: '', message: '' };
  if (!type.endsWith('AndroidJavaException')) return undefined;
  const stack = findLine(lines, from + 1, from + MAX_MESSAGE, placeOf, (text) => text.trim() === '');
  if (stack === undefined) return undefined;
  const { frames, next } = readFrames(lines, stack, placeOf);
  return single(lines, from, next, { type, message: joinMessage(message, lines, from + 1, stack), frames });
}

const placeOf = (text: string) =>
  placeBy(FRAMES, text.slice(0, 900), ({ name = '' }) => ({
    origin: RUNTIME.test(name) ? 'runtime' : 'app',
  })) ?? frameOf(text);
