import type { Frame } from './types.ts';

/** A frame of the program's own code from a file and what a pattern found of its line and column. */
export function ownFrame(at: number, file: string, line?: string, column?: string, name?: string): Frame {
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined ? {} : { column: Number(column) }),
    ...(name === undefined || name === '' ? {} : { function: name }),
    origin: 'app',
    at,
  };
}
