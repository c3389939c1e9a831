import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import type { Frame } from '../types.ts';

/** Errors of the TypeScript compiler, as tsc, editors and ts-loader print them. */
export const typescript: Format = {
  id: 'typescript',
  language: 'typescript',
  hint: 'TS|ts(|tsx(',
  read(lines, from) {
    const { text } = lines[from] as Line;
    if (!text.includes('TS') && !text.includes('ts(')) return undefined;
    return readPlaced(lines, from) ?? readLoader(lines, from) ?? readEditor(lines, from);
  },
};

// src/a.ts(1,2): error TS2322: text · src/a.ts:1:2 - error TS2322: text · error TS5083: text · TS2322 [ERROR]: text
const LINE =
  /^\s*(?:\[tsl\] )?(?:ERROR in )?(?:(\S.{0,400}?)(?:\((\d+),(\d+)\)|:(\d+):(\d+))(?::| -) )?(?:error:? )?TS(\d{4,5})(?: \[ERROR\])?: (.*)$/;

function readPlaced(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const match = LINE.exec(line.text.slice(0, 4000));
  if (match === null) return undefined;
  const [, file, plainLine, plainColumn, prettyLine, prettyColumn, code, text = ''] = match;
  const frames =
    file === undefined ? [] : [ownFrame(line.at, file, plainLine ?? prettyLine, plainColumn ?? prettyColumn)];
  return error(lines, from, from, code, text, frames);
}

// [tsl] ERROR in /srv/app/a.ts(1,2)
//       TS2345: text
function readLoader(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const match = /^\s*(?:\[tsl\] )?ERROR in (\S.{0,400}?)\((\d+),(\d+)\)$/.exec(line.text.slice(0, 500));
  const below = /^\s*TS(\d{4,5}): (.*)$/.exec((lines[from + 1]?.text ?? '').slice(0, 4000));
  if (match?.[1] === undefined || below === null) return undefined;
  return error(lines, from, from + 1, below[1], below[2] ?? '', [
    ownFrame(line.at, match[1], match[2], match[3]),
  ]);
}

// text ts(2345)
function readEditor(lines: Line[], from: number): Reading | undefined {
  const match = /^\s*(.{1,2000}?) ?ts\((\d{4,5})\)(?: \[Ln \d+, Col \d+\])?$/.exec(
    (lines[from] as Line).text.slice(0, 2100),
  );
  return match === null ? undefined : error(lines, from, from, match[2], match[1] ?? '', []);
}

/** Lines indented by two go on with the message; a code frame follows in the pretty form. */
function error(
  lines: Line[],
  from: number,
  head: number,
  code: string | undefined,
  text: string,
  frames: Frame[],
): Reading {
  let next = head + 1;
  const message = [text];
  for (; next < lines.length && next < head + 60; next++) {
    const below = (lines[next] as Line).text;
    if (/^ {2,}\S/.test(below) && !/^\s*(?:~+|\d+ |TS\d+: |\S+(?:\(\d+,\d+\)|:\d+:\d+))/.test(below))
      message.push(below);
    else break;
  }
  next = frameEnd(lines, next);
  if (frames.length === 0) next = denoFrame(lines, next, frames);
  return single(lines, from, next, {
    type: 'error',
    message: message.join('\n'),
    code: `TS${code ?? ''}`,
    frames,
  });
}

// const total: number = 'x';
//       ~~~
//     at file:///srv/app/a.ts:1:7
/** Deno's place of an error, below its source. */
function denoFrame(lines: Line[], from: number, frames: Frame[]): number {
  for (let index = from; index < lines.length && index < from + 4; index++) {
    const { text, at } = lines[index] as Line;
    const place = /^\s*at (\S{1,400}):(\d+):(\d+)$/.exec(text.slice(0, 500));
    if (place?.[1] === undefined) continue;
    frames.push(ownFrame(at, place[1], place[2], place[3]));
    return index + 1;
  }
  return from;
}

/** A blank line, a line of source with its number, and the waves under it. */
function frameEnd(lines: Line[], from: number): number {
  let next = from;
  for (let index = from; index < lines.length && index < from + 12; index++) {
    const { text } = lines[index] as Line;
    if (/^\s*\d+ |^\s*~+\s*$/.test(text)) next = index + 1;
    else if (text.trim() !== '' && !/^\s+\S/.test(text)) break;
    else if (/(?:error )?TS\d{4,5}: /.test(text)) break;
  }
  return next;
}
