import { languages } from '../../languages.ts';
import { type Format, parseResult } from '../../format.ts';
import { parseHeader } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { toAppFrame } from '../../location.ts';
import { parseTestReport } from '../../test-report.ts';
import { patternTable } from '../../pattern-table.ts';
import type { Exception, Frame } from '../../types.ts';
import { parseV8Frame } from './v8-frame.ts';

/** Errors of Vite, Rolldown, Rollup, esbuild, webpack and Next: a message, and a place above or below it. */
export const bundler: Format = {
  id: 'bundler',
  language: languages.javascript,
  triggers: ['[', 'x ', '× ', 'ERROR in ', 'Error:', 'error during build', 'Module ', '@parcel/'],
  lineStarts: {
    // webpack compiled with 1 error · ERROR in ./a.js 1:0-32 · Module not found: Error: · [PARSE_ERROR] text
    inside: [
      'webpack compiled',
      'ERROR in \\S',
      'Module (?:not found|parse failed|build failed): ',
      'error during build:',
      '\\[[A-Z_]{4,80}\\] ',
    ],
  },
  logTriggers: ['uild failed'],
  parse(lines, from) {
    const text = textAt(lines, from);
    if (!START.test(text) && !text.includes('[vite]: Rollup ')) return undefined;
    const isNext = isNextError(lines, from);
    const found = isNext ? parseNext(lines, from) : parsePatterns(lines, from);
    if (found === undefined) return undefined;
    const error = found.trace.exceptions[0] as Exception;
    if (isToldBelow(lines, found.next, error.message)) return undefined;
    const place = placeNear(lines, from, found.next - 1);
    const stack = isNext
      ? { frames: [], next: nextsEnd(lines, place.next) }
      : parseStack(lines, place.next, error.message);
    error.frames = [...place.frames, ...stack.frames];
    return parseResult(lines, from, stack.next, found.trace);
  },
};

// How the first line of any of them begins: most lines with a bracket are none.
const START =
  /^\s*(?:ERROR in |[Ee]rror|\[|[x×✘✗X>] |[\d:]{5,8} |Internal server|@parcel|Module |You may need)/;

// ./app/page.js
// Error:   x Expression expected
const parseNext = patternTable([[/^(?:Error:\s*)?[x×] (?<message>.+)/, { lineCount: 2 }]]);

const parsePatterns = patternTable([
  // Nuxt Build Error: [vite]: Rollup failed to resolve import "x" from "y".
  [/^[^`]{0,400}\[vite\]: (?<message>Rollup failed to resolve import .+)$/],
  // ERROR in Module not found: Error: Can't resolve 'x' in 'dir' · ERROR in Entry module not found: Error: Can't resolve 'x'
  [/^ERROR in (?<message>(?:Entry m|M)odule not found: .+)$/],
  // ERROR in ./src/a.js 3:0-20
  // Module not found: Error: Can't resolve './b.js' in '/srv/app/src'
  [/^ERROR in (?!\w+: |(?:.*\n){1,2}.*(?:TS\d{4}|\[tsl\]))\S.*\n(?:× )?(?<message>.+)/, { lineCount: 3 }],
  // error during build:
  // [vite]: Rollup failed to resolve import "x" · RollupError: message · TypeError: message
  [
    /^error during build:\n(?!Build failed with)(?:(?:Rollup)?Error(?: \[\w+\])?: |(?<type>\w+Error): )?(?<message>.+)/,
    { lineCount: 2 },
  ],
  // [!] RollupError: Could not resolve "./b.js" from "a.js" · [!] (plugin commonjs) SyntaxError: text
  [/^\[!\] (?:\(plugin [^)]{1,80}\) )?(?<type>\w*Error): (?<message>.+)$/],
  //   x Expression expected
  //    ,-[src/b.ts:1:1]
  [/^[x×] (?<message>\S.*)(?=\n{1,2}(?:[,╭][-─]\[|`->|╰─▶))/, { lineCount: 3 }],
  // [UNRESOLVED_IMPORT] Could not resolve './nope.js' in main.js · [builtin:vite-transform] Unexpected token
  [
    /^(?:Error: )?(?:[×✘✗] )?\[(?:(?<code>[A-Z]+_[A-Z_]{2,80})|builtin:[\w:-]{1,80})\] (?:Error: )?(?<message>[^=\s].*)$/,
  ],
  // 10:00:00 PM [vite] Internal server error: message · [vite]: Rollup failed to resolve import "x"
  // `[vite] hmr update` and `[vite] connected.` are no errors.
  [
    /^(?:Error: )?(?:[\d:]{5,8} (?:[AP]M )?)?\[vite\]:? (?=.*(?:[Ee]rror|[Ff]ailed))(?:\(\w+\) )?(?:(?:Internal server error|Pre-transform error|Error when evaluating SSR module): )?(?<message>.+)$/,
  ],
  // [plugin:vite:import-analysis] Failed to resolve import (of `[plugin mine] /a.js` the error stands below) · [webpack-cli] Invalid configuration object
  [
    /^(?:(?:Internal server error: )?\[plugin:? ?[\w:./-]{1,80}\] (?!\S+$)|\[webpack-cli\] (?=Invalid|Error|Failed|Cannot|Unknown))(?<message>.+)$/,
  ],
  // ✘ [ERROR] TS2307: Cannot find module 'x'. [plugin angular-compiler]
  [
    /^[✘X×>] \[ERROR\] (?<code>TS\d{2,6}): (?<message>\S.{0,4000}?)(?: \[plugin [\w-]{1,80}\])?$/,
    { language: 'typescript' },
  ],
  // ✘ [ERROR] Could not resolve "x"
  [
    /^(?:[✘X×>] \[ERROR\] (?!Build failed with|Failed to (?:build|compile) )|\[ERROR\] (?=Could not resolve|Expected|No matching export|Unexpected|Cannot|Top-level|The |Transforming|Unterminated|Syntax|Multiple|Failed))(?:(?<code>NG-?\d{2,6}): )?(?<message>\S.{0,4000}?)(?: \[plugin [\w-]{1,80}\])?$/,
  ],
  // @parcel/transformer-js: Expected ',', got ';' · Module not found: Error: Can't resolve 'x' in 'dir'
  [
    /^(?:Error: )?(?<message>(?:@parcel\/[\w-]{1,80}: |Module (?:not found: |(?:build|parse) failed)|You may need an appropriate loader).+)$/,
  ],
]);

/** An error of Next's compiler below the file that it is in. */
export const isNextError = (lines: Line[], from: number) =>
  /^\s*\.{0,2}\/\S+$/.test(textAt(lines, from - 1)) &&
  /^\s*Error: \s*[x×] /.test(`${lines[from]?.text} ${lines[from + 1]?.text}`);

/** The compiler's own stack goes up to what imports the file. */
function nextsEnd(lines: Line[], from: number): number {
  const below = lines.slice(from, from + 60);
  const end = below.findIndex(({ text }) => /^\s*(?:Import trace|> Build failed|\.\/\S+$)/.test(text));
  return Math.max(from, from + end);
}

/** Vite 2 writes the message, and below it `error during build:` and the message again. */
function isToldBelow(lines: Line[], from: number, message: string): boolean {
  const below = lines.slice(from, from + 12);
  return below.some(
    ({ text }, index) =>
      text.includes(message) &&
      (/^\s*Error: /.test(text) || /^\s*error during build:$/.test(textAt(below, index - 1))),
  );
}

/** The bundler's own calls, below a blank line or the message again. */
function parseStack(lines: Line[], from: number, message: string) {
  const isFrame = (index: number) => parseV8Frame(textAt(lines, index)) !== undefined;
  let start = from;
  while (start < from + 12 && !isFrame(start) && !isOther(textAt(lines, start), message)) start++;
  const { frames, next } = parseTestReport(lines, start, isFrame(start) ? lines.length : start, parseV8Frame);
  return { frames, next: frames.length === 0 ? from : next };
}

function isOther(text: string, message: string): boolean {
  if (!/ERROR|[Ee]rror/.test(text)) return false;
  const again = parseHeader(text.trim())?.message;
  return again === undefined || again === '' || !message.includes(again);
}

// ./src/a.js 3:0-20 · ./file.js:1:1 · File: /srv/a.js:1:2 · ╭─[ main.js:1:8 ] · src/a.js:1:7:
const LOCATION =
  /^\s*(?:ERROR in |[Ff]ile: |[╭┌,][─-]+\[ ?|at |│ +)?((?:\.{0,2}\/|[A-Za-z]:[\\/]|[\w@.-]+\/)?[\w@./\\[\]()-]{1,400}\.\w{1,6})[: ](\d+):(\d+)(?:-\d+(?::\d+)?)?(?: ?\]|:| \(.{1,400}\))?$/;

/** A place in the line above, in the head's own line or in one of the next ten; the block goes to a blank line. */
function placeNear(lines: Line[], from: number, head: number): { frames: Frame[]; next: number } {
  let next = head + 1;
  const frames: Frame[] = [];
  const isHeadBlock = /^\s*ERROR in \S/.test(textAt(lines, from));
  for (let index = Math.max(0, from - 1); index < lines.length && index < head + 16; index++) {
    const { text, inputLine } = lines[index] as Line;
    if (index > head && text.trim() === '' && frames.length > 0) break;
    const place = LOCATION.exec(text.slice(0, 2000));
    if (place?.[1] !== undefined && frames.length === 0)
      frames.push(toAppFrame(inputLine, place[1], place[2], place[3]));
    const belongs =
      /^\s*(?:[│|╰╯─┬╭>,:`]|\d+ [│|]|\d\. |Plugin: |File: |at |\^|~|Import trace|@ )|^\s{2,}\S/.test(text);
    if (index > head && (belongs || place !== null)) next = index + 1;
    else if (index > head && (text.trim() !== '' || isHeadBlock)) {
      if (!isHeadBlock || (text === '' && !/^ {2,}(?!ERROR)\S/.test(textAt(lines, index + 1)))) break;
      next = index + 1;
    }
  }
  return { frames, next };
}
