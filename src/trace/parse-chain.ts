import { type ParseResult, parseResult } from './format.ts';
import type { Line } from './line.ts';
import { skipEmptyLines } from './find-lines.ts';
import type { Exception } from './types.ts';

/**
 * Reads exceptions as long as the next one follows, after no more than two blank lines: each is the cause of the one
 * before it. `parseOne` reads a single one; with `before` where it is to be a cause.
 */
export function parseChain(
  lines: Line[],
  from: number,
  parseOne: (index: number, before: Exception | undefined) => ParseResult | undefined,
): ParseResult | undefined {
  const exceptions: Exception[] = [];
  let next = from;
  let index = from;
  while (index < lines.length) {
    const read = parseOne(index, exceptions.at(-1));
    if (read === undefined) break;
    const [exception] = read.trace.exceptions as [Exception];
    exceptions.push(index === from ? exception : { ...exception, relation: 'cause' });
    ({ next } = read);
    index = skipEmptyLines(lines, next, 2);
  }
  return exceptions.length === 0 ? undefined : parseResult(lines, from, next, { exceptions });
}
