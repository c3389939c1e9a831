import { type Format, exceptionResult } from '../format.ts';
import { languages } from '../languages.ts';
import { textAt } from '../line.ts';
import { findLine, parseFrames } from '../find-lines.ts';
import { parseAppleFrame } from './apple/frame.ts';

const MAX_PARAMS = 40;
// Exception 'no cart' was thrown while invoking load on target CartModule with params (
const HEAD = /^\s*Exception '(?<message>.{1,4000})' was thrown while invoking \S{1,400} on target \S{1,400}/;

/** A native exception that React Native caught on iOS: the parameters of the call, then the call stack. */
export const reactNative: Format = {
  id: 'react-native',
  language: languages.objc,
  triggers: ['was thrown while invoking'],
  parse(lines, from) {
    const message = HEAD.exec(textAt(lines, from).slice(0, 4000))?.groups?.['message'];
    if (message === undefined) return undefined;
    const stack = findLine(lines, from + 1, from + MAX_PARAMS, (text) => /^\s*callstack: \($/.test(text));
    if (stack === undefined) return exceptionResult(lines, from, from + 1, { type: 'Exception', message });
    const { frames, next } = parseFrames(lines, stack + 1, parseAppleFrame);
    const isClosed = /^\s*\)$/.test(textAt(lines, next));
    return exceptionResult(lines, from, isClosed ? next + 1 : next, { type: 'Exception', message, frames });
  },
};
