import type { Line } from '../../line.ts';
import type { Frame } from '../../types.ts';

// main.(*counter).add(0x1, ...) · created by main.main in goroutine 1 · main.port
const CALL =
  /^\s*(?:created by )?((?:[\w.~@-]+\/){0,20}[\w.~@%-]+\.[\w.()*[\]·…$-]{1,300}?|panic)(?:\((?:[^()]|\([^()]*\)){0,2000}\))?(?: in goroutine \d+)?$/;
//   /srv/app/main.go:11 +0xb9 fp=0x1
const PLACE =
  /^\s*(\S.{0,500}?\.(?:go|s|c|cgo|y)|\?\?|_cgo\S{0,100}):(\d+)(?: \+0x[0-9a-f]+)?(?: fp=.{0,100})?$/;
// goroutine 1 [running]: · goroutine 1 gp=0x1 m=0 mp=0x2 [chan receive, 2 minutes]:
const GOROUTINE = /^\s*goroutine \d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[[^\]]{0,200}\]:/;

export const isGoroutine = (text: string) =>
  text.includes('goroutine ') && GOROUTINE.test(text.slice(0, 300));

export const placeOf = (text: string) => (text.includes(':') ? PLACE.exec(text.slice(0, 700)) : null);

/** Reads calls and their places in pairs; `next` is the first line that is neither. */
export function readStack(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let index = from;
  while (index < lines.length) {
    const { text, at } = lines[index] as Line;
    const place = placeOf(lines[index + 1]?.text ?? '');
    const call = place === null ? null : CALL.exec(text.slice(0, 3000));
    if (call?.[1] !== undefined && place?.[1] !== undefined) {
      frames.push({
        file: place[1],
        line: Number(place[2]),
        function: call[1],
        ...origin(place[1], call[1]),
        at,
      });
      index += 2;
    } else if (/^\s*(?:\.\.\.\d+ frames elided|\.\.\.additional frames)/.test(text)) index++;
    else break;
  }
  return { frames, next: index };
}

/** Whose code a call is: Go's own, a module's, or the program's. */
function origin(file: string, name: string): Pick<Frame, 'origin' | 'package'> {
  const path = file.replaceAll('\\', '/');
  const end = name.lastIndexOf('/');
  const dot = name.indexOf('.', end + 1);
  const held = dot < 0 ? {} : { package: name.slice(0, dot).replaceAll('%2e', '.') };
  if (path.includes('/pkg/mod/') || path.includes('/vendor/')) return { origin: 'library', ...held };
  const isStandard =
    !name.slice(0, name.indexOf('/') < 0 ? 0 : name.indexOf('/')).includes('.') && !name.startsWith('main.');
  if (isStandard && /\/(?:go|libexec|golang|go-?\d[\w.]*)\/src\/|^\$GOROOT|\/usr\/lib\/go/.test(path))
    return { origin: 'runtime', ...held };
  return { origin: 'app', ...held };
}
