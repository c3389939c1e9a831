import { distance } from 'fastest-levenshtein';

/** Words that do not tell what is searched for, unless nothing else is asked. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be been by can did do does error errors exception exceptions fix fixed for from get getting has have how i in is it its me my not of on or should solve that the this to was were what when where why will with without you your'.split(
    ' ',
  ),
);

/**
 * Whether a text has every word of a query that tells something. Pagefind shortens a word that it does not know until
 * one fits; an answer about something else is worse than none. A word that stands alone may be half typed; in a
 * sentence, `cook` does not mean cookies.
 */
export function containsQueryWords(text: string, query: string): boolean {
  const words = [...new Set(wordsOf(text))];
  const fits = wordsOf(query).length === 1 ? wordFit : formFit;
  return tellingWords(query).every((wanted) => words.some((word) => fits(word, wanted) > 0));
}

/** 1 for the same word, less for another form of it (`exited`, `exiting`) or one letter off, 0 for another word. */
function formFit(word: string, wanted: string): number {
  if (word === wanted) return 1;
  if (wanted.length < 4 || /\d/.test(wanted)) return 0;
  return stemOf(word) === stemOf(wanted) ? 0.9 : typoFit(word, wanted);
}

const ENDING = /(?<=...)(?:i[sz](?:e|ed|ing|ation)|at(?:e|ed|ing|ion)|ion|ing|ed|er|e)$/;

/** A word without its ending: `stopping` and `stopped` are `stop`. */
function stemOf(word: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
  return singular.replace(ENDING, '').replace(/(?<=..)(.)\1$/, '$1');
}

/** The words of a query without those that tell nothing; all of them when there is no other. */
export function tellingWords(query: string): string[] {
  const all = wordsOf(query);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : all)];
}

/** 1 for the same word, less for another ending of it or one letter off, 0 for another word; codes as they are. */
export function wordFit(word: string, wanted: string): number {
  if (word === wanted) return 1;
  if (wanted.length < 4 || /\d/.test(wanted)) return 0;
  if (word.startsWith(wanted)) return 0.9;
  if (word.startsWith(wanted.slice(0, Math.max(4, wanted.length - 3)))) return 0.7;
  return typoFit(word, wanted);
}

function typoFit(word: string, wanted: string): number {
  const isNear = wanted.length > 4 && Math.abs(word.length - wanted.length) < 2;
  return isNear && distance(word, wanted) === 1 ? 0.6 : 0;
}

/** Words in lower case, compounds whole and in parts: `a.b.FooError` is `a`, `b`, `fooerror`. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
