import { distance } from 'fastest-levenshtein';

/** Words that say nothing of what is searched for, unless nothing else is asked. */
const empty = new Set(
  'a an and are as at be by can do does error exception for from has have how i in is it my not of on or the this to was what when why with'.split(
    ' ',
  ),
);

/**
 * Whether a text has every word of a query that says something. Pagefind shortens a word that it does not know until
 * one fits; an answer about something else is worse than none.
 */
export function says(text: string, query: string): boolean {
  const all = wordsOf(query);
  const telling = all.filter((word) => !empty.has(word));
  const words = [...new Set(wordsOf(text))];
  return (telling.length > 0 ? telling : all).every((wanted) => words.some((word) => isForm(word, wanted)));
}

/** The same word, another ending of it, or one letter off; short words and codes as they are. */
function isForm(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted.length < 4 || /\d/.test(wanted)) return false;
  if (word.startsWith(wanted.slice(0, Math.max(4, wanted.length - 3)))) return true;
  return wanted.length > 4 && Math.abs(word.length - wanted.length) < 2 && distance(word, wanted) === 1;
}

/** Words in lower case, compounds whole and in parts: `a.b.FooError` is `a`, `b`, `fooerror`. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
