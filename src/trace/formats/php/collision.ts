import { type Reading, single } from '../../format.ts';
import { isExceptionName } from '../../head.ts';
import type { Line } from '../../line.ts';
import { placeBy } from '../../place.ts';
import type { Frame } from '../../types.ts';
import { frameOf, isMain } from './frame.ts';

const MAX_LINES = 120;

/** What Laravel prints to a terminal (Collision) and copies from its page (Ignition): the class, the message, a place. */
export function readCollision(lines: Line[], from: number): Reading | undefined {
  const head = (lines[from] as Line).text.trim().slice(0, 600);
  const type = /^(\\?[A-Z]\w{0,100}(?:\\\w{1,100}){0,12})$/.exec(head)?.[1] ?? typeOfTest(head);
  if (type === undefined || !(/\\|^error$/.test(type) || isExceptionName(type))) return undefined;
  const message: string[] = [];
  let index = from + 1;
  for (; index < lines.length && index < from + 12; index++) {
    const text = (lines[index] as Line).text.trim();
    if (PLACE.test(text) || text === 'Stack trace:') break;
    if (text !== '' && !/^https?:\/\/\S+$/.test(text)) message.push(text);
  }
  const text = (lines[index]?.text ?? '').trim();
  if (message.length === 0 || !(PLACE.test(text) || text === 'Stack trace:')) return undefined;
  const { frames, next } = readFrames(lines, index);
  return single(lines, from, next, {
    type,
    message: message.join('\n'),
    frames,
  });
}

//   at vendor/laravel/framework/src/Illuminate/Database/Connection.php:829
const PLACE = /^at (?<file>\S.{0,300}?\.php):(?<line>\d+)$/;
//   34  artisan:13
const PLACES = [PLACE, /^\d+ {2,}(?<file>\S.{0,300}?):(?<line>\d+)$/];

function readFrames(lines: Line[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from + 1;
  for (let index = from; index < lines.length && index < from + MAX_LINES; index++) {
    const { text, at } = lines[index] as Line;
    const short = text.trim().slice(0, 500);
    const frame = frameOf(short) ?? placeBy(PLACES, short);
    if (isMain(short)) return { frames, next: index + 1 };
    if (frame !== undefined) frames.push({ ...frame, at });
    else if (
      short !== '' &&
      !/^(?:[➜>▕|]|\d+ ?[▕|]|\+\d+ vendor frames|Stack trace:|\S+::|[\w\\]+\()/.test(short)
    )
      break;
    if (short !== '') next = index + 1;
  }
  return { frames, next };
}

// FAILED  Tests\Feature\OrderTest > it shows an order   ModelNotFoundException
/** The type that Pest puts at the end of a failed test's line; a failed assertion has none. */
function typeOfTest(head: string): string | undefined {
  if (!/^FAILED {2}\S.* > /.test(head)) return undefined;
  return / {2}([A-Z]\w{1,80})$/.exec(head)?.[1] ?? 'error';
}
