import { languages } from '../../languages.ts';
import { logPrefixLength } from '../../log-prefix.ts';
import { type Format, exceptionResult } from '../../format.ts';
import { type Line, withText, textAt } from '../../line.ts';
import { skipMatching } from '../../pattern-table.ts';

// npm error code ERESOLVE · npm ERR! missing script: build
const LINE = /^\s*npm (?:ERR!|error)(?: |$)(.*)$/;
const FACT =
  /^(code|errno|syscall|path|dest|signal|command|cwd|location|workspace|file|hostname|type|requiredby|network|node -v|npm -v|node v\d|npm {1,2}v\d|A complete log|\s*\/|Linux|Windows|argv|not ok|This is |There is |spawn) ?(.*)$/i;
// Codes that say only that a script failed: the error stands above.
const REPORTS = /^(?:ELIFECYCLE|ELSPROBLEMS|\d{1,3})$/;

/** npm's own report: a block of lines, each with its prefix. */
export const npm: Format = {
  id: 'npm',
  language: languages.javascript,
  triggers: ['npm ERR!', 'npm error'],
  lineStarts: { inside: ['(?:npm|gyp) (?:ERR!|error) '] },
  logTriggers: ['ERR!'],
  parse(lines, from) {
    if (LINE.exec(textAt(lines, from).slice(0, 2000)) === null) return undefined;
    let code: string | undefined;
    const messages: string[] = [];
    const inside: Line[] = [];
    let next = from;
    for (; next < lines.length && next < from + 200; next++) {
      const said = LINE.exec(textAt(lines, next).slice(0, 2000))?.[1];
      if (said === undefined) {
        if (isBeforeLog(lines, next) || continuesBelow(lines, next)) continue;
        break;
      }
      inside.push({
        ...withText(
          lines[next] as Line,
          said.slice(logPrefixLength(said)).replace(/^gyp ERR! (?:stack )?/, ''),
        ),
        hasLogPrefix: false,
        isInfo: false,
      });
      const fact = FACT.exec(said);
      if (fact?.[1]?.toLowerCase() === 'code') code ??= fact[2];
      else if (fact === null && said.trim() !== '') messages.push(said);
    }
    const message = messages.join('\n').trim();
    if (inside.every(({ text }) => text.trim() === '')) return undefined;
    const found = exceptionResult(lines, from, next, {
      type: 'npm error',
      message,
      code,
    });
    if (/^Lifecycle script .{1,80} failed/.test(message)) return { ...found, refersTo: 'previous' };
    return code !== undefined && REPORTS.test(code)
      ? { ...found, refersTo: 'previous', inside }
      : { ...found, inside };
  },
};

/** Whether npm goes on with the same failure after an empty line: a new one begins with its code. */
const continuesBelow = (lines: Line[], from: number) => {
  const index = skipMatching(lines, from, /^\s*$/, 3);
  const below = LINE.exec(textAt(lines, index).slice(0, 2000))?.[1];
  return index > from && below !== undefined && !below.startsWith('code ');
};

/** npm 6 leaves a line blank, or warns, before it says where its log is. */
function isBeforeLog(lines: Line[], from: number): boolean {
  const index = skipMatching(lines, from, /^\s*(?:$|npm WARN )/, 3);
  return index > from && /^\s*npm (?:ERR!|error) A complete log/.test(textAt(lines, index));
}
