import { type Line, textAt } from '../../line.ts';
import { type Origin, originOfFile } from '../../origin.ts';
import { toLocation } from '../../location.ts';
import type { Frame } from '../../types.ts';

// main.(*counter).add(0x1, ...) · created by main.main in goroutine 1 · main.port
const CALL =
  /^\s*(?:created by )?((?:[\w.~@-]+\/){0,20}[\w.~@%-]+\.[\w.()*[\]·…$-]{1,400}?|panic|[a-z]\w{0,80}(?=\())(?:\((?:[^()]|\([^()]*\)){0,4000}\))?(?: in goroutine \d+)?$/;
//   /srv/app/main.go:11 +0xb9 fp=0x1
const LOCATION =
  /^\s*(?<file>\S.{0,900}?\.(?:go|s|c|cgo|y)|\?\?|_cgo\S{0,400}):(?<line>\d+)(?: \+0x[0-9a-f]+)?(?: fp=.{0,400})?$/;
// goroutine 1 [running]: · goroutine 1 gp=0x1 m=0 mp=0x2 [chan receive, 2 minutes]:
const GOROUTINE = /^\s*goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[[^\]]{0,400}\]:/;

export const isGoroutine = (text: string) => GOROUTINE.test(text.slice(0, 300));

export const parseLocation = (text: string) =>
  text.includes(':') ? LOCATION.exec(text.slice(0, 2000)) : null;

/** Reads calls and their places in pairs; `next` is the first line that is neither. */
export function parseGoStack(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let index = from;
  while (index < lines.length) {
    const { text, inputLine } = lines[index] as Line;
    const place = parseLocation(textAt(lines, index + 1))?.groups;
    const name = place && CALL.exec(text.slice(0, 4000))?.[1];
    if (name !== undefined) {
      frames.push({ ...toLocation({ ...place, name }, originOfCall(place?.['file'], name)), inputLine });
      index += 2;
    } else if (/^\s*(?:\.\.\.\d+ frames elided|\.\.\.additional frames)/.test(text)) index++;
    else break;
  }
  return { frames, next: index };
}

/** Whose code a call is; its package is all of its name up to the first dot behind the last slash. */
function originOfCall(file: string | undefined, name: string): Origin {
  const { origin } = name.startsWith('main.') ? { origin: 'app' as const } : originOfFile(file);
  const held = /^(?:.*\/)?[^/.]+(?=\.)/.exec(name)?.[0];
  return { origin, ...(held === undefined ? {} : { package: held.replaceAll('%2e', '.') }) };
}
