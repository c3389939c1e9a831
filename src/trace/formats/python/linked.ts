import { append } from '../../append.ts';
import { parseResult, type ParseResult } from '../../format.ts';
import type { Line } from '../../line.ts';
import type { Exception } from '../../types.ts';

export type Link = 'cause' | 'context';
type Part = { trace: ParseResult['trace']; link: Link };

// The above exception was the direct cause of the following exception:
// During handling of the above exception, another exception occurred:
/** How the exceptions above and below a line are linked. Undefined when the line does not say it. */
export function parseLink(text: string): Link | undefined {
  if (text.startsWith('The above exception was the direct cause')) return 'cause';
  return text.startsWith('During handling of the above exception') ? 'context' : undefined;
}

/**
 * Reads tracebacks and groups that link lines join ("direct cause", "During handling"), as one trace: the oldest stands
 * first. `parseOne` reads one of them, `linkAfter` finds a link below a line and the line where the next one begins.
 */
export function parseLinked(
  lines: Line[],
  from: number,
  parseOne: (from: number) => ParseResult | undefined,
  linkAfter: (next: number) => { link: Link; start: number } | undefined,
): ParseResult | undefined {
  const before: Part[] = [];
  let last = parseOne(from);
  while (last !== undefined) {
    const link = linkAfter(last.next);
    const next = link && parseOne(link.start);
    if (link === undefined || next === undefined) break;
    before.push({ trace: last.trace, link: link.link });
    last = next;
  }
  return last === undefined || before.length === 0 ? last : joinParts(lines, from, before, last);
}

/** The root is the last part's, or where explicit causes lead up from it; other parts' roots are alternatives. */
function joinParts(lines: Line[], from: number, before: Part[], { trace, next }: ParseResult): ParseResult {
  const exceptions: Exception[] = [];
  const roots: number[] = [];
  for (const part of [...before, { trace, link: undefined }]) {
    roots.push(exceptions.length + part.trace.root);
    append(
      exceptions,
      part.trace.exceptions.map((exception, index) =>
        part.link !== undefined && index === part.trace.reported
          ? { ...exception, relation: part.link }
          : exception,
      ),
    );
  }
  let chosen = before.length;
  while (chosen > 0 && before[chosen - 1]?.link === 'cause') chosen--;
  const reported = exceptions.length - trace.exceptions.length + trace.reported;
  const root = roots[chosen] as number;
  const alternatives = roots.filter((other) => other !== root).reverse();
  const { language } = trace;
  return parseResult(lines, from, next, {
    ...(language === undefined ? {} : { language }),
    exceptions,
    reported,
    root,
    alternatives,
  });
}
