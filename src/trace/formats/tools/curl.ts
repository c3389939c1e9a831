import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of curl. */
export const curl: Format = {
  id: 'curl',
  language: languages.shell,
  triggers: ['curl: '],
  parse: patternTable([
    // curl: (7) Failed to connect to localhost port 80
    [/^curl: (?<message>\(\d+\) .{4,900})$/],
  ]),
};
