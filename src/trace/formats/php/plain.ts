import { type Reading, single } from '../../format.ts';
import { isExceptionName } from '../../head.ts';
import type { Line } from '../../line.ts';
import { origin } from './frame.ts';
import { withoutServer } from './server.ts';

// PHP Warning:  Undefined variable $a in /srv/a.php on line 3
const LEVEL =
  /^\s*(?:PHP )?(Warning|Notice|Deprecated|Parse error|Fatal error|(?:Recoverable|Catchable) fatal error|Compile error|Strict standards|User \w+|Core \w+): {1,2}(\S.*)$/;
const PLACE = / in ((?! in )(?:[A-Za-z]:)?[^:\n]{1,400}?(?:\(\d+\) : eval\(\)'d code)?)(?: on line |:)(\d+)$/;

/** Errors that are no exceptions; Symfony's console form. */
export function readPlain(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const level = LEVEL.exec(untagged(withoutServer(line.text.slice(0, 4000))));
  if (level?.[1] === undefined || level[2] === undefined) return readConsole(lines, from);
  let text = level[2];
  let next = from + 1;
  while (!PLACE.test(text.slice(-900)) && next < lines.length && next < from + 6)
    text += `\n${untagged((lines[next++] as Line).text)}`;
  // A terminal may have broken the path.
  const place = PLACE.exec(text.slice(-900)) ?? PLACE.exec(text.slice(-900).replaceAll('\n', ''));
  if (place?.[1] === undefined) return undefined;
  const frames = [{ file: place[1], line: Number(place[2]), ...origin(place[1]), at: line.at }];
  const end = text.lastIndexOf(' in ');
  const message = text.slice(0, end);
  return single(lines, from, next, { type: level[1], message, frames });
}

/** With `html_errors`, twice encoded: `<br /><b>Warning</b>:  …`. */
const untagged = (text: string) => (text.includes('<b') ? text.replace(/<(?:br ?\/?|\/?b)>/g, '') : text);

// In Kernel.php line 56:
//
//   [App\Exception\NotThere]
//   There is no such thing
function readConsole(lines: Line[], from: number): Reading | undefined {
  const line = lines[from] as Line;
  const place = /^\s*In (\S+\.php) line (\d+):$/.exec(line.text.slice(0, 500));
  if (place === null && !isBoxed(lines, from)) return undefined;
  const texts: string[] = [];
  let next = place === null ? from : from + 1;
  for (let index = next; index < lines.length && index < from + 30; index++) {
    const { text } = lines[index] as Line;
    if (text.trim() === '') {
      if (texts.length > 1 || (texts.length > 0 && !(texts[0] as string).startsWith('['))) break;
      continue;
    }
    if (place !== null && !/^\s{2}/.test(text) && texts.length > 0) break;
    texts.push(text.trim());
    next = index + 1;
  }
  // On a line with the message when newlines were lost.
  const [, named, same = ''] = /^\[([\w\\]+)(?: \(\d+\))?\](?: (.+))?$/.exec(texts[0] ?? '') ?? [];
  const frames =
    place?.[1] === undefined
      ? []
      : [{ file: place[1], line: Number(place[2]), origin: 'app' as const, at: line.at }];
  const message = (named === undefined ? texts : [same, ...texts.slice(1)]).join('\n').trim();
  return single(lines, from, next, {
    type: named ?? 'error',
    message,
    frames,
  });
}

//   [InvalidArgumentException]
//   There is no such thing
/** The box of older consoles has no place above it. */
function isBoxed(lines: Line[], from: number): boolean {
  const type = /^\s{0,4}\[([A-Z][\w\\]{1,200})\]\s*$/.exec((lines[from] as Line).text)?.[1];
  return (
    type !== undefined &&
    (type.includes('\\') || isExceptionName(type)) &&
    /^\s{0,4}[A-Z]/.test(lines[from + 1]?.text ?? '')
  );
}
