import { type Format, single } from '../format.ts';
import { isExceptionName, readHead } from '../head.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import { frameOf as nodeFrameOf } from './node/frame.ts';
import type { Frame } from '../types.ts';

/** Errors of Vite, Rolldown, Rollup, esbuild, webpack and Next: a message, and a place above or below it. */
export const bundler: Format = {
  id: 'bundler',
  language: 'javascript',
  hint: /^\s*(?:[,╭][-─]\[|`->|╰─▶)|webpack-cli|\[!\] |@parcel\/|\[(?:vite|plugin|[A-Z][A-Z_]{3,})|Module (?:not found|build failed|parse failed)|^\s*Error:(?: +[x×] |$)|ERROR in |\[ERROR\]|error during build|Could not resolve|RollupError|Can't resolve/,
  read(lines, from) {
    const text = (lines[from] as Line).text.trim().slice(0, 4000);
    const found = headIn(lines, from, text);
    if (found === undefined) return undefined;
    const { frames, next } = placeNear(lines, from, found.at);
    const stack = isOfNext(lines, from)
      ? { frames: [], next: nextsEnd(lines, next) }
      : readStack(lines, next, found.message);
    return single(lines, from, stack.next, {
      type: 'error',
      ...found,
      frames: [...frames, ...stack.frames],
    });
  },
};

const DRAWN = /^\s*(?:[,╭][-─]\[|`->|╰─▶)/;

type Found = { type?: string; message: string; code?: string; language?: string; at: number };

const HEADS = [
  // [UNRESOLVED_IMPORT] Could not resolve './nope.js' in main.js
  /^(?:Error: )?(?:[×✘✗] )?\[(?<code>[A-Z]+_[A-Z_]{2,60})\] (?:Error: )?(?<message>[^=\s].*)$/,
  // 10:00:00 PM [vite] Internal server error: message · [vite]: Rollup failed to resolve import "x"
  // `[vite] hmr update` and `[vite] connected.` are no errors.
  /^(?:Error: )?(?:[\d:]{5,8} (?:[AP]M )?)?\[vite\]:? (?=.*(?:[Ee]rror|[Ff]ailed))(?:\(client\) |\(ssr\) )?(?:(?:Internal server error|Pre-transform error|Error when evaluating SSR module): )?(?<message>.+)$/,
  // [plugin:vite:import-analysis] Failed to resolve import
  /^(?:Internal server error: )?\[plugin:? ?[\w:./-]{1,80}\] (?<message>.+)$/,
  // [webpack-cli] Invalid configuration object
  /^\[webpack-cli\] (?<message>(?:Invalid|Error|Failed|Cannot|Unknown).*)$/,
  // @parcel/transformer-js: Expected ',', got ';'
  /^(?<message>@parcel\/[\w-]{1,60}: .+)$/,
  // ✘ [ERROR] Could not resolve "x" · ✘ [ERROR] TS2307: Cannot find module 'x'. [plugin angular-compiler]
  /^[✘X×>] \[ERROR\] (?!Build failed with|Failed to (?:build|compile) )(?:(?<code>(?:TS|NG)-?\d{2,6}): )?(?<message>\S.{0,2000}?)(?: \[plugin [\w-]{1,60}\])?$/,
  /^\[ERROR\] (?<message>(?:Could not resolve|Expected|No matching export|Unexpected|Cannot|Top-level|The |Transforming|Unterminated|Syntax|Multiple|Failed).*)$/,
  // Module not found: Error: Can't resolve 'x' in 'dir'
  /^(?:Error: )?(?<message>Module not found: .+|Module build failed.+|Module parse failed: .+|You may need an appropriate loader.+)$/,
];

function headIn(lines: Line[], from: number, text: string): Found | undefined {
  // ERROR in ./src/a.js 3:0-20, with the message on the next line
  const below = lines[from + 1]?.text.trim() ?? '';
  if (/^ERROR in (?!\w+: )\S/.test(text))
    return below === '' || /TS\d{4}|\[tsl\]/.test(`${below} ${lines[from + 2]?.text}`)
      ? undefined
      : { message: below.replace(/^× /, ''), at: from + 1 };
  if (text === 'error during build:')
    return below === '' || below.startsWith('Build failed with')
      ? undefined
      : { ...named(below), at: from + 1 };
  // [!] RollupError: Could not resolve "./b.js" from "a.js" · [!] (plugin commonjs) SyntaxError: text
  const rollup = /^\[!\] (?:\(plugin [^)]{1,60}\) )?(\w*Error: .+)$/.exec(text)?.[1];
  if (rollup !== undefined) return { message: rollup, ...readHead(rollup), at: from };
  // ./app/page.js
  // Error:   x Expression expected
  if (isOfNext(lines, from)) {
    const at = text === 'Error:' ? from + 1 : from;
    return { message: (lines[at] as Line).text.replace(/^\s*(?:Error:)?\s*[x×] /, ''), at };
  }
  //   x Expression expected
  //    ,-[src/b.ts:1:1]
  const drawn = DRAWN.test(below || (lines[from + 2]?.text ?? ''))
    ? /^[x×] (\S.*)$/.exec(text)?.[1]
    : undefined;
  if (drawn !== undefined) return { message: drawn, at: from };
  for (const pattern of HEADS) {
    const { message, code } = pattern.exec(text)?.groups ?? {};
    if (message === undefined) continue;
    if (isToldBelow(lines, from, message)) return undefined;
    const language = code?.startsWith('TS') === true ? { language: 'typescript' } : {};
    return { message, ...(code === undefined ? {} : { code }), ...language, at: from };
  }
  return undefined;
}

/** An error of Next's compiler below the file that it is in. */
export const isOfNext = (lines: Line[], from: number) =>
  /^\s*\.{0,2}\/\S+$/.test(lines[from - 1]?.text ?? '') &&
  /^\s*Error: \s*[x×] /.test(`${lines[from]?.text} ${lines[from + 1]?.text}`);

/** The compiler's own stack goes up to what imports the file. */
function nextsEnd(lines: Line[], from: number): number {
  const below = lines.slice(from, from + 60);
  const end = below.findIndex(({ text }) => /^\s*(?:Import trace|> Build failed|\.\/\S+$)/.test(text));
  return end < 0 ? from : from + end;
}

/** A message with its class, where that tells more than `Error`. */
function named(text: string): { type?: string; message: string } {
  const head = readHead(text);
  if (head === undefined || !isExceptionName(head.type)) return { message: text };
  const { type, message } = head;
  return /^(?:Rollup)?Error$/.test(type) ? { message } : { type, message };
}

/** Vite 2 writes the message, and below it `error during build:` and the message again. */
function isToldBelow(lines: Line[], from: number, message: string): boolean {
  const below = lines.slice(from + 1, from + 8);
  const index = below.findIndex(({ text }) => /^\s*error during build:$/.test(text));
  return index >= 0 && (below[index + 1]?.text.includes(message) ?? false);
}

/** The bundler's own calls, below a blank line or the message again. */
function readStack(lines: Line[], from: number, message: string): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let index = from;
  while (
    index < lines.length &&
    index < from + 12 &&
    nodeFrameOf((lines[index] as Line).text) === undefined &&
    !isOther((lines[index] as Line).text, message)
  )
    index++;
  if (index >= from + 12) return { frames, next: from };
  for (
    let frame = nodeFrameOf(lines[index]?.text ?? '');
    frame !== undefined;
    frame = nodeFrameOf(lines[++index]?.text ?? '')
  ) {
    frames.push({ ...frame, at: (lines[index] as Line).at });
  }
  return { frames, next: frames.length === 0 ? from : index };
}

function isOther(text: string, message: string): boolean {
  if (!/ERROR|[Ee]rror/.test(text)) return false;
  const again = readHead(text.trim())?.message;
  return again === undefined || again === '' || !message.includes(again);
}

// ./src/a.js 3:0-20 · ./file.js:1:1 · File: /srv/a.js:1:2 · ╭─[ main.js:1:8 ] · src/a.js:1:7:
const PLACE =
  /^\s*(?:ERROR in |[Ff]ile: |[╭┌,][─-]+\[ ?|at |│ +)?((?:\.{0,2}\/|[A-Za-z]:[\\/]|[\w@.-]+\/)?[\w@./\\[\]()-]{1,300}\.\w{1,6})[: ](\d+):(\d+)(?:-\d+(?::\d+)?)?(?: ?\]|:| \(.{1,200}\))?$/;

/** A place in the line above, in the head's own line or in one of the next ten; the block goes to a blank line. */
function placeNear(lines: Line[], from: number, head: number): { frames: Frame[]; next: number } {
  let next = head + 1;
  const frames: Frame[] = [];
  const isHeadBlock = /^\s*ERROR in \S/.test((lines[from] as Line).text);
  for (let index = Math.max(0, from - 1); index < lines.length && index < head + 16; index++) {
    const { text, at } = lines[index] as Line;
    if (index > head && text.trim() === '' && frames.length > 0) break;
    const place = PLACE.exec(text.slice(0, 600));
    if (place?.[1] !== undefined && frames.length === 0)
      frames.push(ownFrame(at, place[1], place[2], place[3]));
    const belongs =
      /^\s*(?:[│|╰╯─┬╭>,:`]|\d+ [│|]|\d\. |Plugin: |File: |at |\^|~|Import trace|@ )|^\s{2,}\S/.test(text);
    if (index > head && (belongs || place !== null)) next = index + 1;
    else if (index > head && (text.trim() !== '' || isHeadBlock)) {
      if (!isHeadBlock || (text === '' && !/^ {2,}(?!ERROR)\S/.test(lines[index + 1]?.text ?? ''))) break;
      next = index + 1;
    }
  }
  return { frames, next };
}
