import type { Format } from './format.ts';
import { type Line, textAt } from './line.ts';

const SIZE = 1 << 14;
const hashOf = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);

/** A substring, how many lines above it a trace may begin, and the position of its format. */
type Trigger = { text: string; reach: number; format: number };

/**
 * Says which formats may parse which lines: the position of the first format from `position` on whose traces may begin
 * on a line (0-based); -1 when there is none.
 */
export type FindCandidate = (line: number, position: number) => number;

/**
 * Builds a function that finds the formats whose traces may begin on each line. It takes one pass over the characters: a
 * table tells which triggers begin with two characters in a row, and which third ones may follow.
 */
export function triggerScanner(
  formats: Pick<Format, 'triggers' | 'lookahead'>[],
): (lines: Line[]) => FindCandidate {
  const words = Math.ceil(formats.length / 32);
  const { table, thirds, groups } = triggerTable(formats);
  return (lines) => {
    /** For each line a bit a format. */
    const bits = new Int32Array(lines.length * words);
    /** For each format the line down to which all that its lookahead reaches has its bit. */
    const reached = new Int32Array(formats.length);
    for (let index = 0; index < lines.length; index++) {
      const text = textAt(lines, index);
      let first = 0;
      let second = 0;
      for (let offset = 0; offset <= text.length + 1; offset++) {
        const third = offset < text.length ? text.charCodeAt(offset) : 0;
        const hash = hashOf(first, second);
        if (((thirds[hash] as number) >>> third) & 1) {
          for (const trigger of groups[table[hash] as number] as Trigger[]) {
            if (!text.startsWith(trigger.text, offset - 2)) continue;
            const { reach, format } = trigger;
            for (let line = Math.max(index - reach, reached[format] as number); line <= index; line++)
              (bits[line * words + (format >> 5)] as number) |= 1 << (format & 31);
            if (reach > 0) reached[format] = index + 1;
          }
        }
        first = second;
        second = third;
      }
    }
    return (line, position) => {
      let rest = -1 << (position & 31);
      for (let word = position >> 5; word < words; word++, rest = -1) {
        rest &= bits[line * words + word] as number;
        if (rest !== 0) return word * 32 + 31 - Math.clz32(rest & -rest);
      }
      return -1;
    };
  };
}

/**
 * The triggers that begin with each two characters; 0 in the table: there are none. `thirds` has a bit for each
 * remainder of a third character by 32.
 */
function triggerTable(formats: Pick<Format, 'triggers' | 'lookahead'>[]) {
  const groups: Trigger[][] = [[]];
  const table = new Uint16Array(SIZE);
  const thirds = new Int32Array(SIZE);
  const addAll = (texts: string[], reach: number, format: number) => {
    for (const text of texts) {
      const third = text.length > 2 ? 1 << text.charCodeAt(2) : -1;
      // What follows a single character may be anything.
      const [from, to] = text.length > 1 ? [text.charCodeAt(1), text.charCodeAt(1)] : [0, 127];
      for (let code = from; code <= to; code++) {
        const hash = hashOf(text.charCodeAt(0), code);
        (thirds[hash] as number) |= third;
        (groups[(table[hash] ||= groups.length)] ??= []).push({ text, reach, format });
      }
    }
  };
  for (const [index, { triggers = [], lookahead }] of formats.entries()) {
    addAll(triggers, 0, index);
    if (lookahead !== undefined) addAll(lookahead.triggers, lookahead.lines, index);
  }
  return { table, thirds, groups };
}
