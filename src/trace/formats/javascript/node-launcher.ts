import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of the `node` command. */
export const nodeLauncher: Format = {
  id: 'node-launcher',
  language: languages.javascript,
  triggers: ['bad option'],
  parse: patternTable([[/^\S{0,80}node(?:\.exe)?: (?<message>bad option: .{1,400})$/]]),
};
