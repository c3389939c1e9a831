import { readHead } from '../../head.ts';
import type { Exception, Trace } from '../../types.ts';

/**
 * The last `Caused by:` at the outermost indentation is the root; what was suppressed, and its causes, stand deeper.
 * Where the log prints the root first (`Wrapped by:`), the first is.
 */
export function rootOf(
  exceptions: Exception[],
  indents: number[],
  wraps: boolean,
): Pick<Trace, 'exceptions' | 'reported' | 'root' | 'alternatives'> {
  if (wraps)
    return {
      exceptions,
      reported: exceptions.length - 1,
      root: 0,
      alternatives: between(1, exceptions.length - 1),
    };
  let root = 0;
  let depth = Infinity;
  exceptions.forEach((exception, index) => {
    if (exception.relation === 'suppressed') depth = Math.min(depth, indents[index] as number);
    if (exception.relation === 'cause' && (indents[index] as number) < depth) root = index;
  });
  const inline = root === 0 && exceptions.length === 1 ? nested(exceptions[0] as Exception) : undefined;
  if (inline !== undefined)
    return { exceptions: [exceptions[0] as Exception, inline], reported: 0, root: 1, alternatives: [] };
  return { exceptions, reported: 0, root, alternatives: between(1, root).reverse() };
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** `…; nested exception is a.b.C: message`: the innermost, where no `Caused by:` says so. */
function nested(exception: Exception): Exception | undefined {
  const mark = 'nested exception is';
  const at = exception.message.lastIndexOf(mark);
  if (at < 0) return undefined;
  const head = readHead(exception.message.slice(at + mark.length).replace(/^[\s:]+/, ''));
  return head && { type: head.type, message: head.message, frames: [], relation: 'cause', at: exception.at };
}
