import { type ParseResult, exceptionResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { matchLocation } from '../../location.ts';
import { skipLines } from '../../find-lines.ts';
import type { Frame } from '../../types.ts';

const MAX_REQUEST = 40;
const MAX_LINES = 400;

/** What Gin writes of a panic that it recovered: the request, a blank line, the value, then places with addresses. */
export function parseRecovered(lines: Line[], from: number): ParseResult | undefined {
  if (!textAt(lines, from).includes('panic recovered:')) return undefined;
  const index = skipLines(
    lines,
    from + 1,
    from + MAX_REQUEST,
    (_, index) => parseLocation(textAt(lines, index + 1)) === undefined,
  );
  const head = lines[index];
  if (head === undefined || head.text.trim() === '' || index >= from + MAX_REQUEST) return undefined;
  const frames: Frame[] = [];
  let next = index + 1;
  for (; next < lines.length && next < index + MAX_LINES; next++) {
    const { text, inputLine } = lines[next] as Line;
    const place = parseLocation(text);
    // <tab>(*Cart).Total: for _, l := range c.lines {
    const name = /^\s+(\S{1,400}): /.exec(text.slice(0, 300))?.[1];
    const last = frames.at(-1);
    if (place !== undefined) frames.push({ ...place, inputLine });
    else if (name !== undefined && last !== undefined) last.function ??= name;
    else break;
  }
  return exceptionResult(lines, from, next, {
    type: 'panic',
    message: head.text.trim(),
    frames,
    headerIndex: index,
  });
}

// /src/shop/cart.go:22 (0x8f1a35)
const parseLocation = (text: string) => matchLocation(LOCATIONS, text);
const LOCATIONS = [/^(?<file>\S.{0,400}?\.go):(?<line>\d+) \(0x[0-9a-f]+\)$/];
