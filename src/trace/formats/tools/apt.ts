import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of apt. */
export const apt: Format = {
  id: 'apt',
  language: languages.shell,
  triggers: ['E: '],
  parse: patternTable([
    // E: Unable to locate package ngin
    [
      /^E: (?=(?:Unable|Could|Couldn't|Failed|Sub-process|The|Package|Version|Some|dpkg) )(?<message>.{4,900})$/,
    ],
  ]),
};
