import { type Format, reading, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import type { Exception } from '../types.ts';

/** Errors of rustc and cargo. */
export const rustc: Format = {
  id: 'rustc',
  language: 'rust',
  hint: 'error: |error[',
  read(lines, from) {
    const line = lines[from] as Line;
    if (!line.text.includes('error')) return undefined;
    const head = HEAD.exec(line.text.slice(0, 4000));
    if (head === null) return undefined;
    const message = head[2] ?? '';
    if (message.startsWith('failed to run custom build command'))
      return readBuildScript(lines, from, message);
    if (/^(?:aborting due to|could not compile|test failed|\d+ target)/.test(message)) return undefined;
    const place = placeAfter(lines, from);
    if (head[1] === undefined && place === undefined && !CARGO.test(message)) return undefined;
    let next = from + 1;
    while (next < lines.length && next < from + 400 && (lines[next] as Line).text.trim() !== '') next++;
    const frames = place === undefined ? [] : [place];
    return single(lines, from, next, {
      type: 'error',
      message,
      code: head[1],
      frames,
    });
  },
};

// error[E0308]: mismatched types · error: expected `;`
const HEAD = /^\s*error(?:\[(E\d{4})\])?: (.+)$/;
// What cargo says without a place.
const CARGO =
  /^(?:linker [`'"]?\S+ not found|linking with|no matching package|failed to (?:select a version|parse manifest|get |load |download|resolve)|package [`'"]|could not find [`'"]?Cargo\.toml|no bin target|cannot find macro|the lock file)/;

/** `--> src/main.rs:1:2` in one of the next lines. */
function placeAfter(lines: Line[], from: number) {
  for (let index = from + 1; index < lines.length && index <= from + 3; index++) {
    const line = lines[index] as Line;
    const match = /^\s*--> (.{1,400}?):(\d+):(\d+)$/.exec(line.text.slice(0, 500));
    if (match?.[1] !== undefined) return ownFrame(line.at, match[1], match[2], match[3]);
  }
  return undefined;
}

/** A build script's failure: what it printed stands below, and is the root. */
function readBuildScript(lines: Line[], from: number, message: string): Reading {
  const exceptions: Exception[] = [{ type: 'error', message, frames: [], at: (lines[from] as Line).at }];
  let next = from + 1;
  for (let index = next; index < lines.length && index < from + 8; index++) {
    const line = lines[index] as Line;
    const exit =
      /^\s*(process didn['’]?t exit successfully: .{1,400}\(exit (?:status|code): (\d+).*\))$/.exec(
        line.text.slice(0, 600),
      );
    if (exit?.[1] === undefined) continue;
    exceptions.push({
      type: 'exit',
      message: exit[1],
      ...(exit[2] === undefined ? {} : { code: exit[2] }),
      frames: [],
      relation: 'cause',
      at: line.at,
    });
    next = index + 1;
  }
  const { trace } = reading(lines, from, next, {
    exceptions,
    reported: 0,
    root: exceptions.length - 1,
  });
  return { trace, next, reports: 'below' };
}
