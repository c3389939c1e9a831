import type { Frame } from '../../types.ts';

export const HEADER = 'Traceback (most recent call last)';

/** A frame's line, and what stands behind it when lines were joined. */
export type FrameLine = Omit<Frame, 'at'> & { rest: string };

//   File "/app/a.py", line 12, in f · > File "/app/a.py", line 12, in f          (loguru's mark)
const FRAME = /^\s*[|+>]?\s*File "([^"]{1,1000})", line (\d+)(?:, in ([^\s(]+(?:\([^()]{0,80}\))?))?/;
//   File "/app/a.py" in f          (Django's page)
const IN = /^\s*File "([^"]{1,1000})",? in (\S+)$/;

/** Reads the line of a frame, or says that it is none. */
export function frameOf(text: string): FrameLine | undefined {
  if (!text.includes('File "')) return undefined;
  const start = text.slice(0, 1400);
  const match = FRAME.exec(start);
  if (match?.[1] !== undefined) {
    return {
      file: match[1],
      line: Number(match[2]),
      ...(match[3] === undefined ? {} : { function: match[3] }),
      ...place(match[1]),
      rest: text.slice(match[0].length).replace(/^,/, '').trim(),
    };
  }
  const short = IN.exec(start);
  if (short?.[1] === undefined || short[2] === undefined) return undefined;
  return { file: short[1], function: short[2], ...place(short[1]), rest: '' };
}

/** Whose code a file is: the program's, a package's or Python's own. */
export function place(file: string): Pick<Frame, 'origin' | 'package'> {
  const path = file.replaceAll('\\', '/');
  const installed = /\/(?:site|dist)-packages\/(?:[^/]*\.egg\/)?([^/]+)/.exec(path)?.[1];
  if (installed !== undefined) return { origin: 'library', package: installed.replace(/\.py$/, '') };
  if (path.startsWith('<frozen') || path.startsWith('<__array')) return { origin: 'runtime' };
  // /usr/lib/python3.11/json/decoder.py · C:/Python311/lib/json/decoder.py
  if (/\/lib(?:64)?\/python\d(?:\.\d+)?t?\/|\/Python(?:\d{2,3}|\/\d[\d.]*)\/[Ll]ib\//.test(path))
    return { origin: 'runtime' };
  return { origin: 'app' };
}
