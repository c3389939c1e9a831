import { parseHeader } from '../../exception-header.ts';
import type { Exception, Trace } from '../../types.ts';

/**
 * The last `Caused by:` at the outermost indentation is the root; what was suppressed, and its causes, stand deeper.
 * Where the log prints the root first (`Wrapped by:`), the first is.
 */
export function rootOf(exceptions: Exception[], indents: number[], wraps: boolean): Chain {
  const indexes = exceptions.map((_, index) => index);
  const last = exceptions.length - 1;
  if (wraps) return { exceptions, reported: last, root: 0, alternatives: indexes.slice(1, last) };
  let root = 0;
  let depth = Infinity;
  exceptions.forEach((exception, index) => {
    if (exception.relation === 'suppressed') depth = Math.min(depth, indents[index] as number);
    if (exception.relation === 'cause' && (indents[index] as number) < depth) root = index;
  });
  const inline = last === 0 ? nested(exceptions[0] as Exception) : [];
  if (inline.length > 0) return { exceptions: [...exceptions, ...inline] };
  return { exceptions, root, alternatives: indexes.slice(1, root).reverse() };
}

type Chain = { exceptions: Exception[] } & Partial<Trace>;

/** `…; nested exception is a.b.C: message`: the innermost, where no `Caused by:` says so. */
function nested({ message, inputLine }: Exception): Exception[] {
  const [, ...inner] = message.split(/nested exception is[\s:]*/);
  const head = parseHeader(inner.at(-1) ?? '');
  return head ? [{ type: head.type, message: head.message, frames: [], relation: 'cause', inputLine }] : [];
}
