import { languages } from '../../languages.ts';
import { type Format, exceptionResult } from '../../format.ts';
import { parseExceptionHeader } from '../../exception-header.ts';
import { textAt } from '../../line.ts';
import { findLine, parseFrames } from '../../find-lines.ts';
import { joinMessage } from '../../message.ts';
import { parseV8Frame } from './v8-frame.ts';
import { parseV8Header } from './v8-header.ts';

const MAX_OUTPUT = 100;

/** What Node throws when a command failed: the message holds what the command printed, here another program's error. */
export const commandFailed: Format = {
  id: 'command-failed',
  language: languages.javascript,
  triggers: ['Command failed: '],
  parse(lines, from) {
    const head = parseV8Header(textAt(lines, from));
    if (head?.message.startsWith('Command failed: ') !== true) return undefined;
    const stack = findLine(lines, from + 1, from + MAX_OUTPUT, parseV8Frame);
    const inside = lines.slice(from + 1, stack ?? from);
    if (!inside.some(({ text }) => parseExceptionHeader(text.trim()) !== undefined)) return undefined;
    const { frames, next } = parseFrames(lines, stack ?? from, parseV8Frame);
    const message = joinMessage(head.message, lines, from + 1, stack ?? from);
    return { ...exceptionResult(lines, from, next, { type: head.type, message, frames }), inside };
  },
};
