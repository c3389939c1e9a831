import type { Line } from './line.ts';

/**
 * Which of many patterns may match somewhere in lines: one pass over their characters notes every one, two and three in a
 * row, and a pattern none of whose literals can be made of those matches nowhere. May say yes in vain, never no.
 */
export class Marks {
  readonly #last = new Uint32Array(3 * SIZE);
  #round = 0;

  /** Takes the place of the lines noted before. */
  note(lines: Line[]): void {
    const last = this.#last;
    const round = ++this.#round;
    for (const { text } of lines) {
      let hash = 0;
      let before = 0;
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        hash = step(hash, code);
        last[hash] = last[SIZE + pair(before, code)] = last[2 * SIZE + one(code)] = round;
        before = code;
      }
    }
  }

  /** Whether lines noted may hold one of the literals, given as `hashesOf` gives them; yes when none is known. */
  mayHold(literals: Uint32Array[]): boolean {
    for (const hashes of literals) {
      let index = 0;
      while (index < hashes.length && this.#last[hashes[index] as number] === this.#round) index++;
      if (index === hashes.length) return true;
    }
    return literals.length === 0;
  }
}

const SIZE = 1 << 15;
// Five bits a character of fifteen: what was before the last three is shifted out.
const step = (hash: number, code: number) => ((hash << 5) ^ code) & (SIZE - 1);
const pair = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);
const one = (code: number) => code & (SIZE - 1);

/** What `Marks` asks for: every three characters in a row of each literal, or fewer of a shorter one. */
export function hashesOf(literals: string[]): Uint32Array[] {
  return literals.map((text) => {
    const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
    if (text.length === 1) return Uint32Array.of(2 * SIZE + one(first));
    if (text.length === 2) return Uint32Array.of(SIZE + pair(first, second));
    let hash = 0;
    const hashes = Array.from({ length: text.length }, (_, index) => {
      hash = step(hash, text.charCodeAt(index));
      return hash;
    });
    return Uint32Array.from(hashes.slice(2));
  });
}
