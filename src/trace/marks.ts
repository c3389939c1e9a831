import type { Line } from './line.ts';

/**
 * Where each of many texts may stand in lines: one pass over their characters notes in which lines every two in a row
 * stand, and a text can only be in lines that have all of its own. May name a line in vain, never leave one out.
 */
export class Marks {
  readonly #round = new Uint32Array(SIZE);
  readonly #lines = new Int32Array(SIZE);
  #now = 0;

  /** Takes the place of the lines noted before. */
  note(lines: Line[]): void {
    this.#now++;
    for (let index = 0; index < lines.length; index++) {
      const { text } = lines[index] as Line;
      const bit = bitOf(index);
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        this.#add(pair(0, code), bit);
        this.#add(pair(before, code), bit);
        before = code;
      }
    }
  }

  #add(hash: number, bit: number): void {
    if (this.#round[hash] === this.#now) this.#lines[hash] = (this.#lines[hash] as number) | bit;
    else {
      this.#round[hash] = this.#now;
      this.#lines[hash] = bit;
    }
  }

  /** The lines that may hold one of the texts given as `hashesOf` gives them; as `bitOf`s. */
  linesOf(texts: Uint16Array[]): number {
    let found = 0;
    for (const hashes of texts) {
      let bits = -1;
      for (let index = 0; index < hashes.length && bits !== 0; index++) {
        const hash = hashes[index] as number;
        bits = this.#round[hash] === this.#now ? bits & (this.#lines[hash] as number) : 0;
      }
      found |= bits;
    }
    return found;
  }
}

const SIZE = 1 << 14;
const pair = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);

/** The bit that stands for a line (0-based); every 32nd has the same. */
export const bitOf = (index: number) => 1 << (index & 31);

/** What `Marks` asks for: every two characters in a row of a text, or its only one. */
export function hashesOf(text: string): Uint16Array {
  if (text.length === 1) return Uint16Array.of(pair(0, text.charCodeAt(0)));
  return Uint16Array.from({ length: Math.max(0, text.length - 1) }, (_, at) =>
    pair(text.charCodeAt(at), text.charCodeAt(at + 1)),
  );
}
