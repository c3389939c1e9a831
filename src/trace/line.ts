import { append } from './append.ts';

/** A line as the parsers see it; cleaning may cut, split and join lines but never loses where they stood. */
export type Line = {
  text: string;
  /** First line of the original text that it comes from: 1-based. */
  inputLine: number;
  /** Last line of the original text that it comes from: differs from `at` when lines were joined. */
  lastInputLine: number;
  /** Whether a log's time, level or host was cut off its front: it begins a record of its own. */
  hasLogPrefix: boolean;
  /** Whether the level in that prefix says that nothing failed: `INFO`, `DEBUG`, `TRACE`. */
  isInfo: boolean;
};

/** Cuts a text into lines, whatever ends them. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    lines.push({
      text: text.slice(start, stop),
      inputLine: lines.length + 1,
      lastInputLine: lines.length + 1,
      hasLogPrefix: false,
      isInfo: false,
    });
    start = end + 1;
  }
  return lines;
}

/** The line with another text; the same line when the text is the same. */
export function withText(line: Line, text: string): Line {
  const { inputLine, lastInputLine, hasLogPrefix, isInfo } = line;
  return text === line.text ? line : { text, inputLine, lastInputLine, hasLogPrefix, isInfo };
}

/** The lines, each as `change` gives it; the same array when it gives every line back. */
export function mapLines(lines: Line[], change: (line: Line) => Line): Line[] {
  let changed: Line[] | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const other = change(line);
    if (other !== line) (changed ??= lines.slice())[index] = other;
  }
  return changed ?? lines;
}

/** The lines, those for which `cut` gives texts cut into them; the same array when it gives none. */
export function splitEach(lines: Line[], cut: (line: Line) => string[] | undefined): Line[] {
  let changed: Line[] | undefined;
  for (const [index, line] of lines.entries()) {
    const texts = cut(line);
    if (texts !== undefined) append((changed ??= lines.slice(0, index)), splitLine(line, texts));
    else changed?.push(line);
  }
  return changed ?? lines;
}

/** One line cut into several; the first keeps the stamp. */
export function splitLine(line: Line, texts: string[]): Line[] {
  return texts.map((text, index) => ({
    text,
    inputLine: line.inputLine,
    lastInputLine: line.lastInputLine,
    hasLogPrefix: line.hasLogPrefix && index === 0,
    isInfo: line.isInfo && index === 0,
  }));
}

/** Whether there is nothing but blanks in a text. */
export function isBlank(text: string): boolean {
  if (text === '') return true;
  const code = text.charCodeAt(0);
  return (code <= 32 || code > 127) && text.trim() === '';
}

/** Whether no more than so many lines are filled; stops at the first too many, since a log has many. */
export function hasAtMostFilled(lines: Line[], most: number): boolean {
  let filled = 0;
  for (const { text } of lines) if (!isBlank(text) && ++filled > most) return false;
  return true;
}

/** Number of leading blanks; a tab counts as four. */
export function indentWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 32) width++;
    else if (code === 9) width += 4;
    else break;
  }
  return width;
}

/** The text of a line (0-based); empty where there is no such line. */
export const textAt = (lines: Line[], index: number): string => lines[index]?.text ?? '';
