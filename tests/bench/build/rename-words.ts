import type { Random } from './random.ts';

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
/** Letters of a name that belong together: `process` and `Images` of `processImages`. */
const SEGMENT = /[A-Z][a-z]{3,}|[a-z]{4,}|[A-Z]{4,}/g;

/** Lower-case words of three letters and more, and all that they begin with. */
export type TakenWords = { words: Set<string>; beginnings: Set<string> };

/** The words in names and texts, whole and as `wordRenamer` splits them. */
export function takenWords(texts: string[]): TakenWords {
  const whole = texts.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? []);
  const words = segmentsOf(...texts).union(new Set(whole));
  return { words, beginnings: new Set([...words].flatMap(beginningsOf)) };
}

/**
 * Makes a function that replaces words by made-up ones of the same length and case, each word by the same one always.
 * @param words lower-case words that are replaced, also as parts of longer names
 * @param names whole names that get a prefix of their own, `KeyError` as `BakeKeyError`
 * @param taken words that no made-up word begins with, and that begin with none: signals are compared without quotes, so
 *   that `'git'` is found in `'gitom'`
 */
export function wordRenamer(
  words: ReadonlySet<string>,
  names: ReadonlySet<string>,
  prefix: string,
  taken: TakenWords,
  random: Random,
): (text: string) => string {
  const made = new Map<string, string>();
  const own = takenWords([]);
  const isTaken = (fresh: string) =>
    [taken, own].some(
      ({ words, beginnings }) =>
        beginnings.has(fresh) || beginningsOf(fresh).some((beginning) => words.has(beginning)),
    );
  const replacement = (word: string) => {
    const known = made.get(word);
    if (known !== undefined) return known;
    let fresh = madeUpWord(word.length, random);
    while (isTaken(fresh)) fresh = madeUpWord(word.length, random);
    own.words.add(fresh);
    for (const beginning of beginningsOf(fresh)) own.beginnings.add(beginning);
    made.set(word, fresh);
    return fresh;
  };
  return (text) =>
    text.replaceAll(/[A-Za-z_$][\w$]*/g, (token) => {
      const renamed = token.replaceAll(SEGMENT, (segment) => {
        const lower = segment.toLowerCase();
        return words.has(lower) ? inCaseOf(segment, replacement(lower)) : segment;
      });
      return names.has(token) ? `${prefix}${renamed}` : renamed;
    });
}

/** The beginnings of a word, and the whole of it; shorter ones than three letters tell nothing apart. */
const beginningsOf = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 2) }, (_, i) => word.slice(0, i + 3));

/** The lower-case words in names and texts, as `wordRenamer` splits them. */
export function segmentsOf(...texts: string[]): Set<string> {
  return new Set(texts.flatMap((text) => (text.match(SEGMENT) ?? []).map((word) => word.toLowerCase())));
}

/** A word that can be spoken, for a number; each number has its own. */
export function numberWord(number: number): string {
  const pairs = CONSONANTS.length * VOWELS.length;
  let word = '';
  for (let rest = number; word.length < 4 || rest > 0; rest = Math.floor(rest / pairs)) {
    const pair = rest % pairs;
    word += CONSONANTS[Math.floor(pair / VOWELS.length)]! + VOWELS[pair % VOWELS.length]!;
  }
  return word;
}

function madeUpWord(length: number, random: Random): string {
  let word = '';
  while (word.length < length) word += random.pick([...(word.length % 2 === 0 ? CONSONANTS : VOWELS)]);
  return word;
}

function inCaseOf(original: string, word: string): string {
  if (original === original.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(original) ? word[0]!.toUpperCase() + word.slice(1) : word;
}
