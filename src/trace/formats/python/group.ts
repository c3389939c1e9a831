import { parseResult, type ParseResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { withText } from '../../line.ts';
import type { Exception } from '../../types.ts';

type ReadChain = (lines: Line[], from: number) => ParseResult | undefined;

const MAX_ESCAPED = 30;

//   + Exception Group Traceback (most recent call last):
export const isGroupStart = (text: string) =>
  text.includes('Exception Group Traceback (most recent call last)');

/**
 * A group's tree, drawn with `|` and `+`: its own exception is what was reported, the exceptions in it are the roots.
 */
export function parseGroup(lines: Line[], from: number, parseChain: ReadChain): ParseResult | undefined {
  const end = groupEnd(lines, from);
  const parts = cutParts(lines, from, end);
  const exceptions: Exception[] = [];
  const leaves: number[] = [];
  parts.forEach((part, position) => {
    const start = part.findIndex((line) => line.text.trim() !== '');
    const trace = start < 0 ? undefined : parseChain(part, start)?.trace;
    if (trace === undefined) return;
    const base = exceptions.length;
    const isLeaf = position > 0 && !(trace.exceptions[trace.root]?.type ?? '').endsWith('Group');
    for (const exception of trace.exceptions) {
      exceptions.push(position === 0 ? exception : { ...exception, relation: exception.relation ?? 'group' });
    }
    if (isLeaf) leaves.push(base + trace.root);
  });
  if (exceptions.length === 0) return undefined;
  const [root = 0, ...alternatives] = leaves;
  const first = exceptions.findIndex((exception) => exception.type.endsWith('Group'));
  return parseResult(lines, from, end, {
    exceptions,
    reported: Math.max(0, first),
    root,
    alternatives,
  });
}

/** Lines of a message leave the margin, so a few lines without it are part of the group when it goes on below. */
function groupEnd(lines: Line[], from: number): number {
  let end = from + 1;
  for (let index = end; index < lines.length && index - end < MAX_ESCAPED; index++) {
    if (/^\s*(?:\||\+-)/.test(textAt(lines, index))) end = index + 1;
    else if (isGroupStart(textAt(lines, index))) break;
  }
  return end;
}

/** The group's own lines, then those of each exception in it, without their margins. */
function cutParts(lines: Line[], from: number, end: number): Line[][] {
  const parts: Line[][] = [[]];
  for (let index = from; index < end; index++) {
    const line = lines[index] as Line;
    // +-+---------------- 1 ---------------- · +---------------- 2 ---------------- · +-----------
    if (/^\s*\+(?:-\+)?-{6,}/.test(line.text)) parts.push([]);
    else parts.at(-1)?.push(withText(line, line.text.replace(/^\s*(?:\| ?|\+ (?=Exception Group))/, '')));
  }
  return parts;
}
