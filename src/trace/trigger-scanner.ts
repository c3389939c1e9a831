import type { Format } from './format.ts';
import type { Line } from './line.ts';
import { rememberByLine } from './remember.ts';

const SIZE = 1 << 14;
const hashOf = (before: number, code: number) => ((before << 7) ^ code) & (SIZE - 1);

type ScannedFormat = Pick<Format, 'triggers' | 'lookahead' | 'canBegin'>;

/** A substring, its third character, how many lines above it a trace may begin, and the position of its format. */
type Trigger = { text: string; third: number; reach: number; format: number };

/** What a line alone tells. In each set of formats a bit stands for one, 32 in a number. */
type LineFacts = {
  text: string;
  /** Formats of which it has a trigger; undefined when there are none. */
  triggered: number[] | undefined;
  /** Triggers in it that are about the lines above as well. */
  above: Trigger[];
  /** Formats that were asked whether they can begin with it, and those of them that cannot; undefined before the first. */
  asked: number[] | undefined;
  refused: number[];
};

/**
 * Says which formats may parse which lines: the position of the first format from `position` on whose traces may begin
 * on a line (0-based); -1 when there is none.
 */
export type FindCandidate = (line: number, position: number) => number;

/** Builds a function that finds the formats whose traces may begin on each line. */
export function triggerScanner(formats: ScannedFormat[]): (lines: Line[]) => FindCandidate {
  const words = Math.ceil(formats.length / 32);
  const factsOf = rememberByLine(lineScanner(formats));
  return (lines) => {
    const facts = lines.map(({ text }) => factsOf(text));
    const sets = triggeredAt(facts, words);
    return (line, position) => {
      for (let word = position >> 5, from = position & 31; word < words; word++, from = 0) {
        let rest = (sets[line * words + word] as number) & (-1 << from);
        for (; rest !== 0; rest &= rest - 1) {
          const found = word * 32 + 31 - Math.clz32(rest & -rest);
          if (canBegin(formats, found, facts[line] as LineFacts)) return found;
        }
      }
      return -1;
    };
  };
}

/** For each line the set of formats whose triggers are in it, or so near below that they are about it. */
function triggeredAt(facts: LineFacts[], words: number): Int32Array {
  const sets = new Int32Array(facts.length * words);
  /** For each format the last line with a trigger that is about lines above. */
  const last: number[] = [];
  for (const [index, { triggered, above }] of facts.entries()) {
    if (triggered === undefined) continue;
    for (let word = 0; word < words; word++)
      (sets[index * words + word] as number) |= triggered[word] as number;
    for (const { format, reach } of above) {
      // What the last one reached is set.
      const top = Math.max(index - reach, (last[format] ?? -1) + 1);
      for (let line = index - 1; line >= top; line--)
        (sets[line * words + (format >> 5)] as number) |= 1 << (format & 31);
      last[format] = index;
    }
  }
  return sets;
}

/** Asks a format once for each line that is remembered. */
function canBegin(formats: ScannedFormat[], position: number, facts: LineFacts): boolean {
  const format = formats[position] as ScannedFormat;
  if (format.canBegin === undefined) return true;
  const word = position >> 5;
  const bit = 1 << (position & 31);
  facts.asked ??= [];
  if (((facts.asked[word] ?? 0) & bit) === 0) {
    facts.asked[word] = (facts.asked[word] ?? 0) | bit;
    if (!format.canBegin(facts.text)) facts.refused[word] = (facts.refused[word] ?? 0) | bit;
  }
  return ((facts.refused[word] ?? 0) & bit) === 0;
}

/**
 * Builds a function that finds the triggers of one line. It takes one pass over the characters: a table tells which
 * triggers begin with two characters in a row.
 */
function lineScanner(formats: ScannedFormat[]): (text: string) => LineFacts {
  const words = Math.ceil(formats.length / 32);
  const { table, groups } = triggerTable(formats);
  return (text) => {
    const facts: LineFacts = { text, triggered: undefined, above: [], asked: undefined, refused: [] };
    let first = 0;
    let second = 0;
    for (let offset = 0; offset <= text.length + 1; offset++) {
      const third = offset < text.length ? text.charCodeAt(offset) : 0;
      const group = table[hashOf(first, second)] as number;
      if (group !== 0) {
        for (const trigger of groups[group] as Trigger[]) {
          if ((trigger.third !== third && trigger.third >= 0) || !text.startsWith(trigger.text, offset - 2))
            continue;
          const triggered = (facts.triggered ??= Array.from({ length: words }, () => 0));
          (triggered[trigger.format >> 5] as number) |= 1 << (trigger.format & 31);
          if (trigger.reach > 0 && !facts.above.some(({ format }) => format === trigger.format))
            facts.above.push(trigger);
        }
      }
      first = second;
      second = third;
    }
    return facts;
  };
}

/** The triggers that begin with each two characters; 0 in the table: there are none. */
function triggerTable(formats: ScannedFormat[]) {
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
