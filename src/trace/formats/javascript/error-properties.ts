import { isExceptionName } from '../../exception-header.ts';
import { indentWidth, type Line, textAt } from '../../line.ts';
import type { Exception } from '../../types.ts';
import { parseV8Frame } from './v8-frame.ts';
import { parseV8Header, isLikelyType } from './v8-header.ts';

const MAX_STRAY = 2_000;

/** Reads the error that begins at a line, as its relation to the one around it. */
export type ReadNested = (
  index: number,
  relation: 'cause' | 'group',
) => { error: Exception; next: number; hasProps: boolean };

/** What a closing bracket closes: an error's properties, a list of errors, or any other value. */
type Open = { error?: Exception; isList?: boolean };

/**
 * Reads the properties that Node prints in braces behind a stack, from the line after the brace: `code: 'X'`,
 * `[cause]: Error: …`, `[errors]: [ … ]`. Returns the first line (0-based) after them.
 */
export function parseProps(lines: Line[], from: number, error: Exception, parseNested: ReadNested): number {
  const open: Open[] = [{ error }];
  const margin = indentWidth(textAt(lines, from));
  let index = from;
  let stray = 0;
  while (index < lines.length && open.length > 0 && stray < MAX_STRAY) {
    const text = textAt(lines, index);
    // Their end was lost.
    if (margin > 0 && text !== '' && indentWidth(text) < margin && !/^\s*[}\]]/.test(text)) break;
    const top = open.at(-1) as Open;
    if (
      (top.error !== undefined && /^\s*(?:\[cause\]|cause): /.test(text) && isHead(lines, index)) ||
      (top.isList && isHead(lines, index))
    ) {
      const nested = parseNested(index, top.isList ? 'group' : 'cause');
      if (nested.hasProps) open.push({ error: nested.error });
      index = nested.next;
      continue;
    }
    const code = /^\s*['"]?code['"]?: ['"]?([A-Z0-9_]{2,80})['"]?,?$/.exec(text.slice(0, 120))?.[1];
    if (code !== undefined && top.error) top.error.code ??= code;
    if (code === undefined) stray++;
    if (/^\s*[}\]]/.test(text)) open.pop();
    if (/[{[]$/.test(text)) open.push({ isList: /^\s*\[errors\]: \[/.test(text) });
    index++;
  }
  return index;
}

function isHead(lines: Line[], index: number): boolean {
  const head = parseV8Header(textAt(lines, index));
  return (
    head !== undefined &&
    (isExceptionName(head.type) ||
      (isLikelyType(head.type) && parseV8Frame(textAt(lines, index + 1)) !== undefined))
  );
}
