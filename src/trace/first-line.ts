/** Parts of a pattern's source in which a newline is neither named nor read: escapes, classes, groups, other signs. */
const PART = /\\(?:[nsWDPp]|[^])|\[(\^?)((?:\\[^]|[^\]\\])*)\]|[^]/g;
/** What may read a newline, or asks for the end of the text. */
const UNSURE = /^(?:\\[sWDPpn]|\$)$/;

/**
 * What the first line must be like for a pattern to fit lines that are joined by newlines: all that stands before its
 * first newline. Undefined where that cannot be told from the pattern's source.
 */
export function firstLinePattern({ source, flags }: RegExp): RegExp | undefined {
  if (!source.startsWith('^') || /[smv]/.test(flags)) return undefined;
  let depth = 0;
  for (const { 0: part, 1: negation, 2: members, index } of source.matchAll(PART)) {
    if (part === '(') depth++;
    else if (part === ')') depth--;
    else if (part === '\\n' && depth === 0)
      return /^(?:[?*]|\{0)/.test(source.slice(index + 2))
        ? undefined
        : new RegExp(`${source.slice(0, index)}$`, flags);
    else if (part === '|' && depth === 0) return undefined;
    else if (UNSURE.test(part) || (members !== undefined && mayHoldNewline(members, negation === '^')))
      return undefined;
  }
  return new RegExp(source, flags);
}

/** Whether a class of characters may hold the newline. */
const mayHoldNewline = (members: string, isNegated: boolean) =>
  isNegated ? !/\\[ns]/.test(members) : /\\[nsWDPp]/.test(members);
