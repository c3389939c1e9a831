import { expandAliases } from './aliases.ts';
import { NAME_FIT, nameFit, nameParts } from './names.ts';
import { isMessageOf, isPartOfMessage, mayBeMeant } from './message-match.ts';
import { tellingWords, wordFit, wordsOf } from './text-match.ts';
import type { SearchGuide, SearchHit } from './types.ts';

/** What a word counts by where it stands. A name that fits as a whole counts more than any number of words. */
const WEIGHT = {
  name: 10,
  sign: 9,
  message: 7,
  label: 7,
  title: 6,
  signal: 6,
  question: 4,
  framework: 3,
  summary: 2,
  fix: 2,
};
const WHOLE_NAME = 100;
/** For the whole query in one piece in a sign, a message or a title; up to 1 more for how much of that it is. */
const PHRASE = 12;
/** For each other field that has it too. */
const PHRASE_AGAIN = 0.1;
/** For a query that is a message of the guide, or has a sign of the cause, values and all. */
const MESSAGE = 40;
/** An alias stands for many things: what the words themselves fit comes first. */
const ALIAS = 0.8;
/** A long query is a pasted message: some of its words are values. */
const LONG_QUERY = 6;
const LONG_QUERY_SHARE = 0.7;

type Field = { weight: number; text: string; words: string[] };
/** A guide, or a place on its page. */
type Target = { anchor?: string; label?: string; shared: Field[]; own: Field[]; templates: string[] };

/** Places that fit a query, the best first, each guide with its best place only. */
export function rank(guides: SearchGuide[], query: string): SearchHit[] {
  if (query.trim().length < 2) return [];
  const best = new Map<string, SearchHit>();
  expandAliases(query).forEach((text, i) => {
    for (const guide of guides) {
      const hit = bestHit(guide, text);
      if (!hit) continue;
      const score = hit.score * (i === 0 ? 1 : ALIAS);
      if (score > (best.get(guide.id)?.score ?? 0)) best.set(guide.id, { ...hit, score });
    }
  });
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** Hits by whether they are guesses, which come last; else in their order. */
export function splitGuesses(hits: SearchHit[]): { exact: SearchHit[]; guesses: SearchHit[] } {
  return {
    exact: hits.filter(({ isGuess }) => !isGuess),
    guesses: hits.filter(({ isGuess }) => isGuess),
  };
}

function bestHit(guide: SearchGuide, query: string): SearchHit | undefined {
  const { id, title, framework, language } = guide;
  const place = { guide: id, title, framework, ...(language && { language }) };
  const name = bestName(guide, query);
  const words = tellingWords(query);
  let best: SearchHit | undefined;
  for (const target of targetsOf(guide)) {
    const { score, why } = scoreOf(target, words, query);
    // The guide comes before a place on it that fits no better.
    if (score <= (best?.score ?? 0) + (best ? 0.01 : 0)) continue;
    const { anchor, label } = target;
    best = { ...place, ...(anchor && { anchor }), ...(label && { label }), why, isGuess: false, score };
  }
  if (name.fit >= NAME_FIT.otherModule || (name.fit > 0 && (!best || name.fit > NAME_FIT.typo))) {
    const score =
      name.fit >= NAME_FIT.start
        ? WHOLE_NAME + name.fit
        : name.fit > NAME_FIT.typo
          ? 10 + name.fit
          : name.fit;
    if (score > (best?.score ?? 0))
      return { ...place, why: name.name, isGuess: name.fit <= NAME_FIT.typo, score };
  }
  return best;
}

function bestName(guide: SearchGuide, query: string): { name: string; fit: number } {
  let best = { name: '', fit: 0 };
  for (const name of guide.names) {
    const fit = nameFit(name, query);
    if (fit > best.fit) best = { name, fit };
  }
  return best;
}

const fieldOf = (weight: number, text: string, words = wordsOf(text)): Field => ({ weight, text, words });

function targetsOf(guide: SearchGuide): Target[] {
  const shared = [
    ...guide.names.map((name) => fieldOf(WEIGHT.name, name, [...wordsOf(name), ...nameParts(name)])),
    ...guide.messages.map((message) => fieldOf(WEIGHT.message, message)),
    fieldOf(WEIGHT.title, guide.title),
    fieldOf(WEIGHT.title, guide.id.slice(guide.id.indexOf('/') + 1)),
    fieldOf(WEIGHT.framework, guide.framework),
    fieldOf(WEIGHT.summary, guide.summary),
  ];
  const causes = guide.causes.map(({ id, short, title, sign, signals, question, fix }): Target => ({
    anchor: id,
    label: short,
    shared,
    templates: signals,
    own: [
      fieldOf(WEIGHT.sign, sign.replaceAll('**', '')),
      fieldOf(WEIGHT.label, `${short} ${title}`),
      ...signals.map((signal) => fieldOf(WEIGHT.signal, signal)),
      ...(question ? [fieldOf(WEIGHT.question, question)] : []),
      fieldOf(WEIGHT.fix, fix),
    ],
  }));
  const questions = guide.questions.map(({ id, question }): Target => ({
    anchor: id,
    label: question,
    shared,
    templates: [],
    own: [fieldOf(WEIGHT.question, question)],
  }));
  return [{ shared, own: [], templates: guide.messages }, ...causes, ...questions];
}

/** 0 unless every word of the query stands somewhere: in the guide's own facts, or at the place. */
function scoreOf(
  { shared, own, templates }: Target,
  words: string[],
  query: string,
): { score: number; why: string } {
  const message = templates.find((template) => isMessageOf(query, template));
  if (message !== undefined) return { score: MESSAGE + (own.length > 0 ? 1 : 0), why: message };
  const part = templates.find((template) => isPartOfMessage(query, template));
  let score = 0;
  let missing = 0;
  let why = '';
  let most = 0;
  for (const wanted of words) {
    let fit = 0;
    for (const field of [...shared, ...own]) {
      const found = field.weight * Math.max(0, ...field.words.map((word) => wordFit(word, wanted)));
      fit = Math.max(fit, found);
      if (found > most) [most, why] = [found, field.text];
    }
    // A number beside words is a value, and may be another one.
    if (fit === 0 && !(words.length > 1 && /^\d+$/.test(wanted))) missing++;
    score += fit;
  }
  const allowed = words.length >= LONG_QUERY ? Math.floor(words.length * (1 - LONG_QUERY_SHARE)) : 0;
  if (part !== undefined && missing > 0) return { score: WEIGHT.message + PHRASE, why: part };
  if (score === 0 || missing > allowed) return { score: 0, why };
  const texts = [...shared, ...own].map(({ words }) => words);
  if (!mayBeMeant(query, texts)) return { score: 0, why };
  const isPhrase = ({ weight, text }: Field): boolean =>
    weight > WEIGHT.framework && query.length > 5 && text.toLowerCase().includes(query);
  const phrase = own.find(isPhrase) ?? shared.find(isPhrase);
  if (phrase)
    return {
      score: score / words.length + PHRASE + phraseExtra(query, own, shared, isPhrase),
      why: phrase.text,
    };
  if (part !== undefined) return { score: score / words.length + PHRASE, why: part };
  return { score: score / words.length, why };
}

/** More for a text that says little else, and for each other text: the guide's where it has the query, so that no place on it gains. */
function phraseExtra(
  query: string,
  own: Field[],
  shared: Field[],
  isPhrase: (field: Field) => boolean,
): number {
  const [first, ...others] = shared.some(isPhrase) ? shared.filter(isPhrase) : own.filter(isPhrase);
  return Math.min(1, query.length / first!.text.length + PHRASE_AGAIN * others.length);
}
