import { STOP_WORDS, wordsOf } from './text-match.ts';

/** Shorter literal text says too little to know a message by. */
const LEAST = 10;

/** Whether a query is a message that fits a template, with values where it has `{holes}`. */
export function isMessageOf(query: string, template: string): boolean {
  const text = query.toLowerCase();
  const literals = template.toLowerCase().split(/\{[^{}\n]*\}/);
  if (literals.join('').trim().length < LEAST) return false;
  let next = 0;
  return literals.every((literal) => {
    const at = text.indexOf(literal.trim(), next);
    next = at + literal.trim().length;
    return at >= 0;
  });
}

/** Whether a query is a piece of a message that fits a template, such as its beginning, with values in its `{holes}`. */
export function isPartOfMessage(query: string, template: string): boolean {
  const wanted = unquotedWords(query);
  const parts = unquotedWords(template);
  return parts.some((_, start) => {
    const piece = parts.slice(start, start + wanted.length);
    // At either end only a value with a digit counts: another word there belongs to the query.
    const isValue = (word: string, i: number): boolean => /\d/.test(word) || (i > 0 && i < wanted.length - 1);
    const isSame = wanted.every(
      (word, i) => piece[i] === word || (piece[i]?.startsWith('{') && isValue(word, i)),
    );
    return isSame && wanted.filter((word, i) => piece[i] === word).join('').length >= LEAST;
  });
}

const unquotedWords = (text: string): string[] =>
  text
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^["'`(]+|["'`),.:]+$/g, ''));

const QUESTION = /^(?:how|why|what|when|where|which|can|does|do|is|should)\b/;
const SAYS = /\b(?:is|are|was|not|no|cannot|has|have)\b/;

/**
 * Whether texts may be meant by a query. A query that is a sentence of its own, such as `x is not a function`, is meant
 * by texts, given as words, that have two of its words side by side; the same words far from each other are about something else.
 */
export function mayBeMeant(query: string, texts: string[][]): boolean {
  const words = wordsOf(query);
  if (words.length < 4 || QUESTION.test(query) || !SAYS.test(query)) return true;
  const pairs = words.slice(1).flatMap((word, i) => {
    const before = words[i]!;
    return STOP_WORDS.has(word) && STOP_WORDS.has(before) ? [] : `${before} ${word}`;
  });
  return texts.some((text) => {
    const whole = ` ${text.join(' ')} `;
    return pairs.some((pair) => whole.includes(` ${pair} `));
  });
}
