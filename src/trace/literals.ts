/**
 * Literals of which every text that a pattern matches holds one: looking for them is many times quicker than the
 * pattern itself. Empty when nothing of the kind can be said.
 */
export function literalsOf({ source, flags }: RegExp): string[] {
  const texts = flags.includes('i') ? [] : anyOf(source);
  return shortest(texts) === 0 ? [] : texts;
}

/** Whether a text holds one of the literals; any text does where none are known. */
export function holdsAny(text: string, literals: string[]): boolean {
  for (const literal of literals) if (text.includes(literal)) return true;
  return literals.length === 0;
}

// One atom with its quantifier: an escape, a class, a bracket of any kind, a character.
const ATOM =
  /(\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[)|^$.]|[^\\])([?*]\??|\+\??|\{\d*,?\d*\}\??)?/gsu;
const MAX_TEXTS = 64;

type Atom = { text: string; quantifier: string };

const anyOf = (source: string) => alternatives(source).flatMap(required);
const shortest = (texts: string[]) => Math.min(...texts.map((text) => text.length));

/** The alternatives at the top of a pattern, each as its atoms; a group is one. */
function alternatives(source: string): Atom[][] {
  const found: Atom[][] = [[]];
  let depth = 0;
  let group = '';
  for (const [whole, text = '', quantifier = ''] of source.matchAll(ATOM)) {
    if (text === ')') depth--;
    if (depth > 0) group += whole;
    else if (text === ')') found.at(-1)?.push({ text: group, quantifier });
    else if (text === '|') found.push([]);
    else if (!text.startsWith('(')) found.at(-1)?.push({ text, quantifier });
    if (text.startsWith('(') && depth++ === 0) group = text;
  }
  return found;
}

/** The longest texts of which an alternative must hold one. */
function required(atoms: Atom[]): string[] {
  let best = [''];
  let run = [''];
  for (const atom of atoms) {
    const isOptional = /^(?:[?*]|\{0?,)/.test(atom.quantifier);
    const texts = isOptional ? undefined : textsOf(atom.text);
    if (texts !== undefined) run = joined(run, texts);
    if (shortest(run) > shortest(best)) best = run;
    if (texts === undefined || atom.quantifier !== '') run = [''];
    if (isOptional || texts !== undefined || !isGroup(atom.text)) continue;
    const inner = anyOf(insideOf(atom.text));
    if (shortest(inner) > shortest(best)) best = inner;
  }
  return best;
}

/** All texts that an atom stands for, an empty one for what has no width; undefined when they cannot be listed. */
function textsOf(atom: string): string[] | undefined {
  if (atom === '^' || atom === '$' || atom === '\\b' || /^\(\?<?[=!]/.test(atom)) return [''];
  if (atom.startsWith('\\')) return /^\\[^a-zA-Z0-9]$/.test(atom) ? [atom.slice(1)] : undefined;
  if (!isGroup(atom)) return /^[^()[.|]$/u.test(atom) ? [atom] : undefined;
  const found: string[] = [];
  for (const atoms of alternatives(insideOf(atom))) {
    let run = [''];
    for (const { text, quantifier } of atoms) {
      const texts = quantifier === '' ? textsOf(text) : undefined;
      if (texts === undefined) return undefined;
      run = joined(run, texts);
    }
    found.push(...run);
  }
  return found.length > MAX_TEXTS ? undefined : found;
}

const joined = (run: string[], texts: string[]) => {
  const all = run.flatMap((start) => texts.map((text) => start + text));
  return all.length > MAX_TEXTS ? texts : all;
};
const isGroup = (atom: string) => /^\((?!\?<?[=!])/.test(atom);
const insideOf = (group: string) => group.replace(/^\((?:\?:)?/, '');
