import { parse } from '../trace/index.ts';
import { isProgrammingLanguage } from '../trace/languages.ts';
import { lastSegment } from '../trace/last-segment.ts';
import type { Exception, Trace } from '../trace/types.ts';
import { passedOnType } from './evidence.ts';
import { codesOf, comparedExceptions, messageTrace } from './match.ts';
import { isWord } from './rate-match.ts';
import { wordsOf } from './template.ts';
import type { MatchFramework, MatchGuide } from './types.ts';

/*
 * A key is `t:` and the last part of a type, `c:` and a code, or a word of a message, all in lower case. A word leads to a guide
 * by `w:` where the guide's message counts under any type, and by `m:` where it counts only without one.
 */

/**
 * The keys that lead to a guide. A guide that `match` finds for a trace has a key of that trace.
 * @param words the word that each message is looked up by; empty for a message without any
 */
export function guideKeys(
  guide: MatchGuide,
  framework: MatchFramework | undefined,
  words: string[],
): string[] {
  const isOfServer = framework !== undefined && !isProgrammingLanguage(framework.language);
  const kind = guide.exceptions.length === 0 || isOfServer ? 'w' : 'm';
  return distinct([
    ...guide.exceptions.map(typeKey),
    ...guide.codes.map((code) => `c:${code.toLowerCase()}`),
    ...words.filter((word) => word !== '').map((word) => `${kind}:${word}`),
  ]);
}

/** The keys of all guides that `matchText` can find for a text. */
export function textKeys(text: string): string[] {
  const found = parse(text);
  const traces = found.length > 0 ? found : (messageTrace(text.split(/\r?\n/)) ?? []);
  return distinct([traces].flat().flatMap(traceKeys));
}

/** The keys of all guides that can be about a trace. */
export function traceKeys(trace: Trace): string[] {
  return distinct(comparedExceptions(trace).flatMap(exceptionKeys));
}

function exceptionKeys(exception: Exception): string[] {
  const { type, message } = exception;
  const passedOn = passedOnType(message);
  const words = wordsOf(`${type} ${message.slice(0, 4000)}`);
  const hasNoType = type === '' || isWord(type);
  return [
    ...(type === '' ? [] : [typeKey(type)]),
    ...(passedOn === undefined ? [] : [typeKey(passedOn)]),
    ...codesOf(exception).map((code) => `c:${code}`),
    ...words.flatMap((word) => (hasNoType ? [`w:${word}`, `m:${word}`] : [`w:${word}`])),
  ];
}

const typeKey = (type: string) => `t:${lastSegment(type).toLowerCase()}`;

const distinct = (keys: string[]) => [...new Set(keys)];
