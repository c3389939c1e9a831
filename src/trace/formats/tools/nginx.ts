import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of nginx. */
export const nginx: Format = {
  id: 'nginx',
  language: languages.shell,
  triggers: ['[emerg]', '[alert]', '[crit]', 'rror'],
  parse: patternTable([
    // nginx: [emerg] unknown directive "servr" · [error] 30#30: *1 connect() failed (111: Connection refused) …
    [
      /^(?:nginx: \[emerg\] |\[(?:emerg|alert|crit|error)\] \d+#\d+: (?:\*\d+ )?)(?<message>(?!FastCGI sent in stderr: "PHP).{4,2000})$/,
    ],
  ]),
};
