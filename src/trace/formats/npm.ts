import { stampLength } from '../clean/stamps.ts';
import { type Format, single } from '../format.ts';
import { type Line, withText } from '../line.ts';
import { endOf } from '../said.ts';

// npm error code ERESOLVE · npm ERR! missing script: build
const LINE = /^\s*npm (?:ERR!|error)(?: |$)(.*)$/;
const FACT =
  /^(code|errno|syscall|path|dest|signal|command|cwd|location|workspace|file|hostname|type|requiredby|network|node -v|npm -v|A complete log|\s*\/|Linux|Windows|argv|not ok|This is |There is |spawn) ?(.*)$/i;
// Codes that say only that a script failed: the error stands above.
const REPORTS = /^(?:ELIFECYCLE|ELSPROBLEMS|\d{1,3})$/;

/** npm's own report: a block of lines, each with its prefix. */
export const npm: Format = {
  id: 'npm',
  language: 'javascript',
  hint: 'npm ERR!|npm error',
  read(lines, from) {
    if (LINE.exec((lines[from] as Line).text.slice(0, 2000)) === null) return undefined;
    let code: string | undefined;
    const messages: string[] = [];
    const inside: Line[] = [];
    let next = from;
    for (; next < lines.length && next < from + 200; next++) {
      const said = LINE.exec((lines[next] as Line).text.slice(0, 2000))?.[1];
      if (said === undefined) {
        if (isBeforeLog(lines, next)) continue;
        break;
      }
      inside.push({
        ...withText(lines[next] as Line, said.slice(stampLength(said)).replace(/^gyp ERR! (?:stack )?/, '')),
        stamped: false,
      });
      const fact = FACT.exec(said);
      if (fact?.[1]?.toLowerCase() === 'code') code ??= fact[2];
      else if (fact === null && said.trim() !== '') messages.push(said);
    }
    const message = messages.join('\n').trim();
    if (inside.every(({ text }) => text.trim() === '')) return undefined;
    const found = single(lines, from, next, {
      type: 'npm error',
      message,
      code,
    });
    if (/^Lifecycle script .{1,80} failed/.test(message)) return { ...found, reports: 'above' };
    return code !== undefined && REPORTS.test(code)
      ? { ...found, reports: 'above', inside }
      : { ...found, inside };
  },
};

/** npm 6 leaves a line blank, or warns, before it says where its log is. */
function isBeforeLog(lines: Line[], from: number): boolean {
  const index = endOf(lines, from, /^\s*(?:$|npm WARN )/, 3);
  return index > from && /^\s*npm (?:ERR!|error) A complete log/.test(lines[index]?.text ?? '');
}
