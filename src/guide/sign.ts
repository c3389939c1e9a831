/** A piece of a sign: `strong` is what decides, `gap` stands for anything. */
export type SignPart = { kind: 'plain' | 'strong'; text: string } | { kind: 'gap' };

/** Splits a sign: `Worker exited: **signal 9** … Job` → plain, strong, gap, plain. */
export function parseSign(sign: string): SignPart[] {
  return sign
    .split(/(\*\*.+?\*\*|…)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '…') return { kind: 'gap' };
      const strong = /^\*\*(.+)\*\*$/.exec(part);
      return strong ? { kind: 'strong', text: strong[1]! } : { kind: 'plain', text: part };
    });
}

/** A sign without its marks. */
export function plainSign(sign: string): string {
  return sign.replaceAll('**', '');
}

/** Says what is wrong with how a sign is written, or nothing: it has words, and the deciding ones stand in `**`. */
export function signFault(sign: string): string | undefined {
  const pieces = sign.split('**');
  if (pieces.length % 2 === 0) return 'has a "**" without its other one';
  const strong = pieces.filter((_, place) => place % 2 === 1);
  if (strong.length === 0 || strong.some((words) => words.replaceAll('…', '').trim() === ''))
    return 'must have the deciding words in **';
  return undefined;
}

/**
 * Looks for a sign in a trace: the text between gaps, in its order. Runs of whitespace count as one space.
 * @returns the first text that is missing, or nothing when the whole sign is there
 */
export function findSign(sign: string, trace: string): { missing?: string } {
  const text = foldSpaces(trace);
  let offset = 0;
  for (const words of plainSign(sign).split('…').map(foldSpaces)) {
    if (words === '') continue;
    const found = text.indexOf(words, offset);
    if (found < 0) return { missing: words };
    offset = found + words.length;
  }
  return {};
}

function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
