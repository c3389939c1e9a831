/** A template made ready: the literal parts between its holes, without blanks and quotes, in lower case. */
export type Template = {
  /** As its author wrote it. */
  source: string;
  literals: string[];
  /** Number of literal characters: how much it says. */
  weight: number;
  /** Whole words of its literals, in lower case: what a message must have for it to fit. */
  words: string[];
};

/** More than this between two literals is no hole. */
const MAX_HOLE = 600;
const HOLE = /\{[^{}\n]*\}/;

/** Compiles literal text with `{holes}`. */
export function compileTemplate(source: string): Template {
  const parts = source.split(HOLE);
  const literals = parts.map(normalise).filter((literal) => literal !== '');
  return { source, literals, weight: literals.join('').length, words: parts.flatMap(wholeWords) };
}

/** What templates are compared with: a text without blanks, quotes and case, so that no damage to them matters. */
export function normalise(text: string): string {
  return text.replace(/[\s\0\u200b'"`´‘’“”]+/g, '').toLowerCase();
}

/** Whether the literals occur in a normalised text in their order. Linear: each search starts where the last ended. */
export function fits(template: Template, text: string): boolean {
  const { literals } = template;
  const first = literals[0];
  if (first === undefined || template.weight < 4) return false;
  let end = text.indexOf(first);
  if (end < 0) return false;
  end += first.length;
  for (let index = 1; index < literals.length; index++) {
    const literal = literals[index] as string;
    const offset = text.indexOf(literal, end);
    if (offset < 0 || offset - end > MAX_HOLE) return false;
    end = offset + literal.length;
  }
  return true;
}

/** The words of a text, in lower case; letters and digits only, three or more. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

/** Words of a literal that no hole touches: a word at its end may go on in the hole. */
function wholeWords(literal: string, position: number, parts: string[]): string[] {
  let text = literal;
  if (position > 0) text = text.replace(/^[\p{L}\p{N}]+/u, '');
  if (position < parts.length - 1) text = text.replace(/[\p{L}\p{N}]+$/u, '');
  return wordsOf(text);
}
