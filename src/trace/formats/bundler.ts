import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import { frameOf as nodeFrameOf } from './node/frame.ts';
import type { Frame } from '../types.ts';

/** Errors of Vite, Rolldown, Rollup, esbuild, webpack and Next: a message, and a place above or below it. */
export const bundler: Format = {
  id: 'bundler',
  hint: /webpack-cli|\[(?:vite|plugin|[A-Z][A-Z_]{3,})|Module not found|Module build failed|ERROR in |\[ERROR\]|error during build|Could not resolve|RollupError|Can't resolve/,
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 4000);
    const found = headIn(lines, from, text);
    if (found === undefined) return undefined;
    const { frames, next } = placeNear(lines, from, found.at);
    const stack = readStack(lines, next);
    return make(lines, from, stack.next, found.message, found.code, [...frames, ...stack.frames]);
  },
};

type Found = { message: string; code?: string; at: number };

const HEADS: [RegExp, 'plain' | 'code'][] = [
  // [UNRESOLVED_IMPORT] Could not resolve './nope.js' in main.js
  [/^\s*(?:Error: )?(?:[×✘✗] )?\[([A-Z]+_[A-Z_]{2,60})\] (?:Error: )?(.+)$/, 'code'],
  // 10:00:00 PM [vite] Internal server error: message · [vite]: Rollup failed to resolve import "x"
  [
    /^\s*(?:Error: )?(?:[\d:]{5,8} (?:[AP]M )?)?\[vite\]:? (?:\(client\) |\(ssr\) )?(?:Internal server error|Pre-transform error|Rollup failed|Error when evaluating SSR module)?(?:: |(?= to resolve))?(.*)$/,
    'plain',
  ],
  // [plugin:vite:import-analysis] Failed to resolve import
  [/^\s*(?:Internal server error: )?\[plugin:? ?[\w:./-]{1,80}\] (.+)$/, 'plain'],
  // [webpack-cli] Invalid configuration object
  [/^\s*\[webpack-cli\] ((?:Invalid|Error|Failed|Cannot|Unknown).*)$/, 'plain'],
  // ✘ [ERROR] Could not resolve "x"
  [
    /^\s*(?:[✘X×>] )?\[ERROR\] ((?:Could not resolve|Expected|No matching export|Unexpected|Cannot|Top-level|The |Transforming|Unterminated|Syntax|Multiple|Failed).*)$/,
    'plain',
  ],
  // Module not found: Error: Can't resolve 'x' in 'dir'
  [
    /^\s*(?:Error: )?(Module not found: .+|Module build failed.+|Module parse failed: .+|You may need an appropriate loader.+)$/,
    'plain',
  ],
];

function headIn(lines: Line[], from: number, text: string): Found | undefined {
  // ERROR in ./src/a.js 3:0-20, with the message on the next line
  if (/^\s*ERROR in (?!\w+: )\S/.test(text)) {
    if (/TS\d{4}|\[tsl\]/.test(`${lines[from + 1]?.text} ${lines[from + 2]?.text}`)) return undefined;
    const below = lines[from + 1]?.text.trim() ?? '';
    return below === '' ? undefined : { message: below, at: from + 1 };
  }
  if (/^\s*error during build:$/.test(text)) {
    const below = lines[from + 1]?.text.trim() ?? '';
    return below === '' || below.startsWith('Build failed with')
      ? undefined
      : { message: below.replace(/^Error: |^RollupError: /, ''), at: from + 1 };
  }
  for (const [pattern, kind] of HEADS) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined) continue;
    if (kind === 'code') return { message: match[2] ?? '', code: match[1], at: from };
    const message =
      text.includes('[vite]') && text.includes('Rollup failed')
        ? text.slice(text.indexOf('Rollup failed'))
        : match[1];
    return isError(text) && message !== '' ? { message, at: from } : undefined;
  }
  return undefined;
}

/** The bundler's own calls, below a blank line. */
function readStack(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let index = from;
  while (
    index < lines.length &&
    index < from + 12 &&
    nodeFrameOf((lines[index] as Line).text) === undefined &&
    !isHead((lines[index] as Line).text)
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

const isHead = (text: string) => /ERROR|[Ee]rror/.test(text);

/** `[vite] hmr update` and `[vite] connected.` are no errors. */
const isError = (text: string) => !text.includes('[vite]') || /[Ee]rror|failed|Failed/.test(text);

// ./src/a.js 3:0-20 · ./file.js:1:1 · File: /srv/a.js:1:2 · ╭─[ main.js:1:8 ] · src/a.js:1:7:
const PLACE =
  /^\s*(?:ERROR in |[Ff]ile: |[╭┌,]─+\[ ?|at |│ +)?((?:\.{0,2}\/|[A-Za-z]:[\\/]|[\w@.-]+\/)?[\w@./\\[\]()-]{1,300}\.\w{1,6})[: ](\d+):(\d+)(?:-\d+(?::\d+)?)?(?: \]|:| \(.{1,200}\))?$/;

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
    const belongs = /^\s*(?:[│|╰╯─┬╭>]|\d+ [│|]|Plugin: |File: |at |\^|~|Import trace|@ )|^\s{2,}\S/.test(
      text,
    );
    if (index > head && (belongs || place !== null)) next = index + 1;
    else if (index > head && (text.trim() !== '' || isHeadBlock)) {
      if (text.trim() === '' || !isHeadBlock) break;
      next = index + 1;
    }
  }
  return { frames, next };
}

function make(
  lines: Line[],
  from: number,
  next: number,
  message: string,
  code: string | undefined,
  frames: Frame[],
): Reading {
  return single(lines, from, next, {
    format: 'bundler',
    language: 'javascript',
    type: 'error',
    message,
    code,
    frames,
  });
}
