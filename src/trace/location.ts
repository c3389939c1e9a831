import { type Origin, originOfFile } from './origin.ts';
import type { Frame } from './types.ts';

export type Location = Omit<Frame, 'inputLine'>;

/** What a pattern's groups found; those of a frame are `file`, `line`, `column` and `name`. */
type Groups = { [group: string]: string | undefined };

/** A frame from what a pattern's groups say; an empty one says nothing. */
export function toLocation(
  { file, line, column, name }: Groups,
  origin: Origin = originOfFile(file),
): Location {
  return {
    ...(file ? { file } : {}),
    ...(line ? { line: Number(line) } : {}),
    ...(column ? { column: Number(column) } : {}),
    ...(name ? { function: name } : {}),
    ...origin,
  };
}

/** No frame's line is longer. */
const MAX_LENGTH = 2_000;

/** The frame that the first fitting pattern finds with its groups. */
export function matchLocation(
  patterns: RegExp[],
  text: string,
  origin: (groups: Groups) => Origin = ({ file }) => originOfFile(file),
): Location | undefined {
  const short = text.slice(0, MAX_LENGTH);
  for (const pattern of patterns) {
    const groups = pattern.exec(short)?.groups;
    if (groups !== undefined) return toLocation(groups, origin(groups));
  }
  return undefined;
}

/** A frame of the program's own code from a file and what a pattern found of its line and column. */
export function toAppFrame(
  inputLine: number,
  file: string,
  line?: string,
  column?: string,
  name?: string,
): Frame {
  return { ...toLocation({ file, line, column, name }, { origin: 'app' }), inputLine };
}
