import type { Format } from './format.ts';
import type { Line } from './line.ts';

const SIZE = 1 << 14;
const hashOf = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);

/** A substring, its third character, how many lines above it a trace may begin, and the position of its format. */
type Trigger = { text: string; third: number; reach: number; format: number };

/**
 * Builds a function that finds, for each format, the lines on which its traces may begin. It takes one pass over the
 * characters: a table tells which triggers begin with two characters in a row.
 */
export function triggerScanner(
  formats: Pick<Format, 'triggers' | 'lookahead'>[],
): (lines: Line[]) => Uint8Array[] {
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
  return (lines) => {
    const found: Uint8Array[] = [];
    for (let index = 0; index < lines.length; index++) {
      const { text: line } = lines[index] as Line;
      let first = 0;
      let second = 0;
      for (let offset = 0; offset <= line.length + 1; offset++) {
        const third = offset < line.length ? line.charCodeAt(offset) : 0;
        const group = table[hashOf(first, second)] as number;
        if (group !== 0) {
          for (const trigger of groups[group] as Trigger[]) {
            if ((trigger.third !== third && trigger.third >= 0) || !line.startsWith(trigger.text, offset - 2))
              continue;
            const candidateLines = (found[trigger.format] ??= new Uint8Array(lines.length));
            for (let above = Math.max(0, index - trigger.reach); above <= index; above++)
              candidateLines[above] = 1;
          }
        }
        first = second;
        second = third;
      }
    }
    return found;
  };
}
