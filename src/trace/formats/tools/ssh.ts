import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of ssh. */
export const ssh: Format = {
  id: 'ssh',
  language: languages.shell,
  triggers: ['connect to ', 'resolve hostname', 'ermission denied'],
  logTriggers: ['onnection refused'],
  parse(lines, from) {
    // git quotes what ssh said above its own error.
    const isQuoted = lines.slice(from + 1, from + 3).some(({ text }) => text.startsWith('fatal: '));
    return isQuoted ? undefined : parseError(lines, from);
  },
};

const parseError = patternTable([
  // ssh: connect to host a port 22: Connection refused · ann@a: Permission denied (publickey).
  [
    /^(?:ssh: )?(?<message>(?:connect to host|Could not resolve hostname) \S.{3,400}|\S{1,400}@\S{1,400}: Permission denied \(.{1,400}\)\.?)$/,
  ],
]);
