import type { Line } from '../line.ts';

const MIN_WIDTH = 60;
const MAX_WIDTH = 400;
const MAX_JOINED = 40;
// A line that starts like one of these is a line of its own even after a full one.
const STARTS =
  /^\s*(?:at |File "|Traceback \(|Caused by: |Suppressed: |\.\.\. \d+ |During handling|The above exception|#\d+ |goroutine \d|created by |from |\d+: |thread '|panic: |note: |stack backtrace:|--- End| ---> |\*\* \(|\||\[|[~^]+$)/;

/** Joins lines that a terminal broke at its width: many lines are exactly that long and none is longer. */
export function wraps(lines: Line[]): Line[] {
  const width = widthOf(lines);
  if (width === undefined) return lines;
  const joined: Line[] = [];
  let count = 0;
  let isFull = false;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && isFull && count < MAX_JOINED && continues(line)) {
      joined[joined.length - 1] = {
        text: last.text + line.text,
        at: last.at,
        to: line.to,
        stamped: last.stamped,
      };
      count++;
    } else {
      joined.push(line);
      count = 0;
    }
    isFull = line.text.length === width;
  }
  return joined;
}

const continues = (line: Line) => line.text !== '' && !line.stamped && !STARTS.test(line.text.slice(0, 80));

function widthOf(lines: Line[]): number | undefined {
  let width = 0;
  for (const { text } of lines) if (text.length > width) width = text.length;
  if (width < MIN_WIDTH || width > MAX_WIDTH) return undefined;
  let full = 0;
  let padded = 0;
  for (const { text } of lines) {
    if (text.length !== width) continue;
    full++;
    if (text.endsWith('  ')) padded++;
  }
  return full >= 2 && padded * 2 < full ? width : undefined;
}
