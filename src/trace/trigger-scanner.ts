import type { Format } from './format.ts';
import { type Line, textAt } from './line.ts';

const SIZE = 1 << 14;
const hashOf = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);

/** A substring, its third character, how many lines above it a trace may begin, and the position of its format. */
type Trigger = { text: string; third: number; reach: number; format: number };

/**
 * Says which formats may parse which lines: the position of the first format from `position` on whose traces may begin
 * on a line (0-based); -1 when there is none.
 */
export type FindCandidate = (line: number, position: number) => number;

/**
 * Builds a function that finds the formats whose traces may begin on each line. It takes one pass over the characters: a
 * table tells which triggers begin with two characters in a row.
 */
export function triggerScanner(
  formats: Pick<Format, 'triggers' | 'lookahead'>[],
): (lines: Line[]) => FindCandidate {
  const words = Math.ceil(formats.length / 32);
  const { table, groups } = triggerTable(formats);
  return (lines) => {
    /** For each line a bit a format. */
    const bits = new Int32Array(lines.length * words);
    for (let index = 0; index < lines.length; index++) {
      const text = textAt(lines, index);
      let first = 0;
      let second = 0;
      for (let offset = 0; offset <= text.length + 1; offset++) {
        const third = offset < text.length ? text.charCodeAt(offset) : 0;
        const group = table[hashOf(first, second)] as number;
        if (group !== 0) {
          for (const trigger of groups[group] as Trigger[]) {
            if ((trigger.third !== third && trigger.third >= 0) || !text.startsWith(trigger.text, offset - 2))
              continue;
            const top = Math.max(0, index - trigger.reach) * words;
            for (let word = index * words + (trigger.format >> 5); word >= top; word -= words)
              (bits[word] as number) |= 1 << (trigger.format & 31);
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

/** The triggers that begin with each two characters; 0 in the table: there are none. */
function triggerTable(formats: Pick<Format, 'triggers' | 'lookahead'>[]) {
  const groups: Trigger[][] = [[]];
  const table = new Uint16Array(SIZE);
  const addAll = (texts: string[], reach: number, format: number) => {
    for (const text of texts) {
      const third = text.length > 2 ? text.charCodeAt(2) : -1;
      // What follows a single character may be anything.
      const [from, to] = text.length > 1 ? [text.charCodeAt(1), text.charCodeAt(1)] : [0, 127];
      for (let code = from; code <= to; code++)
        (groups[(table[hashOf(text.charCodeAt(0), code)] ||= groups.length)] ??= []).push({
          text,
          third,
          reach,
          format,
        });
    }
  };
  for (const [index, { triggers = [], lookahead }] of formats.entries()) {
    addAll(triggers, 0, index);
    if (lookahead !== undefined) addAll(lookahead.triggers, lookahead.lines, index);
  }
  return { table, groups };
}
