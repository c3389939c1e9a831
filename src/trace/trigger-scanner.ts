import type { Format } from './format.ts';
import type { Line } from './line.ts';

const SIZE = 1 << 14;
const hashOf = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);

/** A text, its third character, how far above it a trace may begin, and the number of the format whose hint it is. */
type Trigger = { text: string; third: number; reach: number; format: number };

/**
 * Finds for each format the lines that its traces may begin with; in one pass over their characters, since a table
 * tells which hints begin with two characters in a row.
 */
export function triggerScanner(
  formats: Pick<Format, 'triggers' | 'lookahead'>[],
): (lines: Line[]) => Uint8Array[] {
  const groups: Trigger[][] = [[]];
  const table = new Uint16Array(SIZE);
  const addAll = (texts: string, reach: number, format: number) => {
    for (const text of texts.split('|')) {
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
  for (const [index, { triggers: hint, lookahead: ahead }] of formats.entries()) {
    if (hint !== undefined) addAll(hint, 0, index);
    if (ahead !== undefined) addAll(ahead.hint, ahead.reach, index);
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
          for (const hint of groups[group] as Trigger[]) {
            if ((hint.third !== third && hint.third >= 0) || !line.startsWith(hint.text, offset - 2))
              continue;
            const candidateLines = (found[hint.format] ??= new Uint8Array(lines.length));
            for (let above = Math.max(0, index - hint.reach); above <= index; above++)
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
