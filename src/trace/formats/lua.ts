import { defineLanguage } from '../languages.ts';
import { type Format, type ParseResult, exceptionResult } from '../format.ts';
import type { Line } from '../line.ts';
import { type Location, matchLocation } from '../location.ts';
import { findLine, parseFrames } from '../find-lines.ts';
import { joinMessage } from '../message.ts';

/** `module 'x' not found:` lists every place that was looked at. */
const MAX_MESSAGE = 60;

/** Lua's and LuaJIT's errors, and of the programs that embed them: a place, a message, `stack traceback:`. */
export const lua: Format = {
  id: 'lua',
  language: defineLanguage({ id: 'lua', endings: ['.lua'] }),
  triggers: [
    '.lua:',
    'lua: ',
    'luajit',
    'lua5',
    'luau',
    'lua callback',
    'lua entry',
    'executing lua',
    '"]:',
    'runtime error: ',
  ],
  lookahead: { triggers: ['stack traceback:'], lines: MAX_MESSAGE },
  lineStarts: { inside: ['stack traceback:'] },
  collapsed: [
    {
      //     cart.lua:2: in upvalue 'total' · [C]: in function 'error'
      signs: [': in '],
      frame:
        /(?:\[C\]|\S{1,400}:\d+): in (?:(?:function|method|field|local|upvalue|global|metamethod) \S|main chunk|\?)/,
      lineStart: /stack traceback:/,
    },
  ],
  logTriggers: ['attempt to ', 'lua: ', 'lua5', 'luajit: ', 'stack traceback:'],
  parse(lines, from) {
    const { text, inputLine } = lines[from] as Line;
    const stack = findLine(
      lines,
      from + 1,
      from + MAX_MESSAGE,
      (line) => /^\s*stack traceback:$/.test(line),
      (line) => line.trim() === '' || startsError(line),
    );
    const groups = HEAD.exec(text.trim().slice(0, 4000))?.groups ?? {};
    const { host, opener, file, line, message } = groups;
    if (message === undefined) return stack === from + 1 ? parseOpaque(lines, from, stack) : undefined;
    // Without a stack only Lua's own name, or its own words, tell it from another program's line.
    const isSure = stack !== undefined || host !== undefined || opener !== undefined || OWN.test(message);
    if (!isSure || (file === undefined && stack === undefined && host === undefined)) return undefined;
    const read = stack === undefined ? { frames: [], next: from + 1 } : parseStack(lines, stack + 1);
    const place = file === undefined ? undefined : matchLocation([LOCATION], `${file}:${line}`);
    const frames = place === undefined || read.frames.length > 0 ? read.frames : [{ ...place, inputLine }];
    const said = joinMessage(message, lines, from + 1, stack ?? from + 1);
    return exceptionResult(lines, from, read.next, { message: said, frames });
  },
};

// lua5.4: cart.lua:2: attempt to index a nil value · E5108: Error executing lua [string ":lua"]:1: attempt to call
const HOST = '(?<host>(?:\\S{0,400}[/\\\\])?(?:lua(?:jit|u)?[\\d.-]*|texlua|resty)(?:\\.exe)?): ';
const OPENER =
  '(?<opener>E\\d{4}: Error (?:executing|while calling) lua(?: \\w+)?:? |Error executing \\S{1,80} lua callback: |(?:.{0,400} )?(?:lua entry thread aborted: )?runtime error: )';
const PLACE = '(?<file>(?:[A-Za-z]:)?[^\\s:"\'()]{1,400}\\.lua|\\[string "[^"]{0,400}"\\]):(?<line>\\d+): ';
const HEAD = new RegExp(`^(?:${HOST}|${OPENER})?(?:${PLACE})?(?<message>\\S.{0,4000})$`);
// What only Lua says.
const OWN =
  /^(?:attempt to (?:index|call|perform arithmetic on|compare|concatenate|get length of|mul|add|sub|div) |bad argument #\d+ to '|module '[\w./-]+' not found:|.{1,400} near (?:'[^']{1,400}'|<eof>)$)/;
const startsError = (text: string) => {
  const { host, opener, file } = HEAD.exec(text.trim().slice(0, 4000))?.groups ?? {};
  return (host ?? opener ?? file) !== undefined;
};
const LOCATION = /^(?<file>.{1,400}):(?<line>\d+)$/;
const FRAMES = [
  //     cart.lua:2: in upvalue 'total' · xpcall.lua:5: in function <xpcall.lua:4> · [string "x"]:1: in main chunk
  /^\s+(?<file>(?:[A-Za-z]:)?[^\s:"[][^:"]{0,400}|\[(?:string|love) "[^"]{0,400}"\]):(?<line>\d+): in (?:(?:function|method|field|local|upvalue|global|metamethod) )?(?<name>.{1,400})$/,
  // 	[C]: in function 'error'
  /^\s+\[C\]: in (?:(?:function|method|field|local|upvalue|global|metamethod) )?(?<name>.{1,400})$/,
];

function parseFrame(text: string): Location | undefined {
  const place = matchLocation(FRAMES, text);
  const name = place?.function?.replace(/^'(.*)'$/, '$1');
  if (place === undefined || name === undefined) return place;
  return { ...place, function: name };
}

const parseStack = (lines: Line[], from: number) =>
  parseFrames(lines, from, parseFrame, (text) =>
    /^\s*\.{3}\s*(?:\(skipping \d+ levels\))?$|^\s*coroutine \d+:$/.test(text),
  );

/** An error that is no text, or a message without a place, right above its stack. */
function parseOpaque(lines: Line[], from: number, stack: number): ParseResult | undefined {
  const { frames, next } = parseStack(lines, stack + 1);
  if (frames.length === 0) return undefined;
  return exceptionResult(lines, from, next, {
    message: (lines[from] as Line).text.trim(),
    frames,
  });
}
