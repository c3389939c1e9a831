import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';

/** A command of a makefile that make cannot start. */
export const make: Format = {
  id: 'make',
  language: 'shell',
  triggers: 'make: |make[',
  parse: patternTable([
    // make: gcc: No such file or directory
    [
      /^(?:g|mingw32-)?make(?:\.exe)?(?:\[\d+\])?: (?<message>[^\s:*][^:*]{0,200}: (?:No such file or directory|Command not found|Permission denied|Is a directory|Not a directory))$/,
    ],
  ]),
};
