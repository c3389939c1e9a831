import type { Line } from './line.ts';

/**
 * Which of many patterns may match somewhere in lines: one pass over their characters notes every three in a row, and
 * a pattern none of whose literals can be made of those matches nowhere. Says yes too often, never no.
 */
export class Marks {
  readonly #last = new Uint32Array(SIZE);
  #round = 0;

  /** Takes the place of the lines noted before. */
  note(lines: Line[]): void {
    const last = this.#last;
    const round = ++this.#round;
    for (const { text } of lines) {
      let hash = 0;
      for (let index = 0; index < text.length; index++) {
        hash = step(hash, text.charCodeAt(index));
        last[hash] = round;
      }
    }
  }

  /** Whether lines noted may hold one of the literals, given as `literalsOf` gives them. */
  mayHold(literals: Uint16Array[]): boolean {
    return literals.some((hashes) => hashes.every((hash) => this.#last[hash] === this.#round));
  }
}

const SIZE = 1 << 15;
// Five bits a character of fifteen: what was before the last three is shifted out.
const step = (hash: number, code: number) => ((hash << 5) ^ code) & (SIZE - 1);

/** Literals of which every text that a pattern matches holds one; undefined when there are none that say anything. */
export function literalsOf({ source, flags }: RegExp): Uint16Array[] | undefined {
  if (flags.includes('i')) return undefined;
  const texts = anyOf(source);
  return shortest(texts) < 3 ? undefined : texts.map(hashesOf);
}

function hashesOf(text: string): Uint16Array {
  let hash = 0;
  const hashes = Array.from(text, (_, index) => (hash = step(hash, text.charCodeAt(index))));
  return Uint16Array.from(hashes.slice(2));
}

// One atom with its quantifier: an escape, a class, a bracket of any kind, a character.
const ATOM =
  /(\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]))?|[)|^$.]|[^\\])([?*]\??|\+\??|\{\d*,?\d*\}\??)?/gsu;

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

type Atom = { text: string; quantifier: string };

/** The longest text that an alternative must hold, or one of those that a group in it must. */
function required(atoms: Atom[]): string[] {
  let best = [''];
  let text = '';
  for (const atom of atoms) {
    const isOptional = /^(?:[?*]|\{0?,)/.test(atom.quantifier);
    const literal = isOptional ? undefined : literalOf(atom.text);
    if (literal !== undefined) text += literal;
    if (text.length > shortest(best)) best = [text];
    if (literal === undefined || atom.quantifier !== '') text = '';
    if (isOptional || !/^\((?!\?[=!<])/.test(atom.text)) continue;
    const inner = anyOf(atom.text.replace(/^\((?:\?:)?/, ''));
    if (shortest(inner) > shortest(best)) best = inner;
  }
  return best;
}

/** The character that an atom stands for, nothing for one without width, undefined for one that stands for several. */
function literalOf(atom: string): string | undefined {
  if (atom === '^' || atom === '$' || atom === '\\b') return '';
  if (atom.startsWith('\\')) return /^\\[^a-zA-Z0-9]$/.test(atom) ? atom.slice(1) : undefined;
  return /^[^()[.|]$/u.test(atom) ? atom : undefined;
}
