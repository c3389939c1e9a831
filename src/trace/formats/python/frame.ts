import { type Place, toPlace } from '../../place.ts';

export const HEADER = 'Traceback (most recent call last)';

//   File "/app/a.py", line 12, in f · > File "/app/a.py", line 12, in f (loguru's mark) · File "/app/a.py" in f (Django's page)
const FRAME =
  /^\s*[|+>]?\s*File "(?<file>[^"]{1,1000})"(?:, line (?<line>\d+)|(?=,? in \S+$))(?:,? in (?<name>[^\s(]+(?:\([^()]{0,80}\))?))?/;

/** Reads the line of a frame with `rest`, what stands behind it when lines were joined; or says that it is none. */
export function frameOf(text: string): (Place & { rest: string }) | undefined {
  const match = text.includes('File "') ? FRAME.exec(text.slice(0, 1400)) : undefined;
  if (!match?.groups) return undefined;
  return { ...toPlace(match.groups), rest: text.slice(match[0].length).replace(/^,/, '').trim() };
}
