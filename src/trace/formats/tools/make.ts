import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of make. */
export const make: Format = {
  id: 'make',
  language: languages.shell,
  triggers: ['*** ', '**\\* ', 'make: ', 'make[', 'make.exe'],
  lineStarts: {
    inside: [
      'make(?:\\[\\d+\\])?: (?:\\*\\*\\* |Leaving|Entering)',
      'make: [^\\s:*]{1,80}: (?:No such|Command not)',
    ],
  },
  logTriggers: ['*** ', 'No rule'],
  parse: patternTable([
    // make: gcc: No such file or directory
    [
      /^(?:g|mingw32-)?make(?:\.exe)?(?:\[\d+\])?: (?<message>[^\s:*][^:*]{0,400}: (?:No such file or directory|(?:Command )?not found|Permission denied|Is a directory|Not a directory))$/,
    ],

    // make: *** [Makefile:2: all] Error 1 · make[2]: **\* [app] Error 1, as Markdown leaves it
    [
      /^(?:g?make(?:\[\d+\])?: )?\*\*\\?\* (?<message>\[(?:(?<file>[^\]:]{1,400}):(?<line>\d+): )?[^\]]{1,400}\] (?:Error (?<code>\d+)|.{1,80}?))\*{0,2}$/,
      { type: 'exit', refersTo: 'previous' },
    ],
    // make: *** No rule to make target 'a', needed by 'b'.  Stop.
    [
      /^(?:(?:g?make(?:\[\d+\])?|\S{1,400}:\d+): )?\*\*\* (?<message>(?:No rule to make target|No targets|missing separator|\S+ is up to date|[^[].{0,400} Stop\.).{0,400})$/,
    ],
  ]),
};
