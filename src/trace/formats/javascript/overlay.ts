import { languages } from '../../languages.ts';
import { type Format, exceptionResult } from '../../format.ts';
import { parseExceptionHeader } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { matchLocation } from '../../location.ts';
import type { Frame } from '../../types.ts';

const MAX_LINES = 300;

/** What people copy from the overlay of Next: the head, the source, and a call stack of two lines a frame. */
export const overlay: Format = {
  id: 'overlay',
  language: languages.javascript,
  triggers: ['Runtime Error', 'Server Error', 'Build Error'],
  lineStarts: { inside: ['Call Stack '] },
  parse(lines, from) {
    if (!/^\s*(?:Unhandled Runtime Error|Server Error|Build Error)$/.test(textAt(lines, from)))
      return undefined;
    const headAt = textAt(lines, from + 1).trim() === '' ? from + 2 : from + 1;
    const head = parseExceptionHeader(lines[headAt]?.text.trim() ?? '');
    if (head === undefined) return undefined;
    const frames: Frame[] = [];
    let isStack = false;
    let next = headAt + 1;
    for (let index = next; index < lines.length && index < from + MAX_LINES; index++) {
      const { text, inputLine } = lines[index] as Line;
      if (/^\s*Call Stack/.test(text)) {
        // The place above the source is the first frame of the stack again.
        isStack = true;
        frames.length = 0;
      }
      const place = parseLocation(text);
      if (place !== undefined) {
        const name = isStack ? (lines[index - 1]?.text.trim() ?? '') : '';
        frames.push({ ...place, ...(name === '' ? {} : { function: name }), inputLine });
      }
      if (place !== undefined || isStack || frames.length === 0) next = index + 1;
      if (
        isStack &&
        frames.length > 0 &&
        text.trim() === '' &&
        parseLocation(textAt(lines, index + 2)) === undefined
      )
        break;
    }
    return exceptionResult(lines, from, Math.min(next, lines.length), {
      ...head,
      frames,
    });
  },
};

// app/orders/page.tsx (14:22) @ map · node_modules/react-dom/x.js (16305:0)
const parseLocation = (text: string) => matchLocation(LOCATIONS, text);
const LOCATIONS = [
  /^\s*(?!\s)(?=[^(]*[./\\])(?<file>\S.{0,400}?) \((?<line>\d+):(?<column>\d+)\)(?: @ .{1,400})?$/,
];
