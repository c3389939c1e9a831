import { languageOfFile } from '../../languages.ts';
import { matchLocation } from '../../location.ts';
import type { Frame } from '../../types.ts';

export const HEADER = 'Traceback (most recent call last)';

//   File "/app/a.py", line 12, in f · > File "/app/a.py", line 12, in f (loguru's mark) · File "/app/a.py" in f (Django's page) · "File ""/app/a.py"", line 12, in f" (a table)
const FRAME =
  /^\s*(?:[|+>]\s*)?"?File ""?(?<file>[^"]{1,4000})""?(?:, line (?<line>\d+)|(?=,? in \S+$))(?:,? in (?<name>[^\s("]+(?:\([^()]{0,80}\))?))?/;

/** Reads the line of a frame, or says that it is none. */
export const parsePythonFrame = (text: string) =>
  text.includes('File "') ? matchLocation([FRAME], text) : undefined;

/** What stands behind a frame when lines were joined. */
export const textAfterFrame = (text: string) => text.replace(FRAME, '').replace(/^,/, '').trim();

/** The language of frames: error trackers print every language's as Python does. Python where no file tells. */
export function languageOfFrames(frames: Frame[]): string {
  const languages = frames.flatMap(({ file = '' }) =>
    file.startsWith('node:') ? 'javascript' : (languageOfFile(file) ?? []),
  );
  return languages.includes('python') ? 'python' : (languages[0] ?? 'python');
}
