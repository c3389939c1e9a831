import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of nginx. */
export const nginx: Format = {
  id: 'nginx',
  language: languages.shell,
  triggers: ['[emerg]', '[alert]', '[crit]', 'rror'],
  logTriggers: ['[emerg]'],
  parse: patternTable([
    // nginx: [emerg] unknown directive "servr" in /etc/nginx/shop.conf:3 · [emerg] 4242#4242: unknown directive …
    [
      /^(?:nginx: )?\[emerg\] (?:\d+#\d+: )?(?<message>\S.{2,4000} in (?<file>(?:[A-Za-z]:)?[^\s:]{1,400}):(?<line>\d+))$/,
      { linesBelow: /^nginx: configuration file .{1,400} test failed$/ },
    ],

    // nginx: [emerg] unknown directive "servr" · [error] 30#30: *1 connect() failed (111: Connection refused) …
    [
      /^(?:nginx: \[emerg\] |\[(?:emerg|alert|crit|error)\] \d+#\d+: (?:\*\d+ )?)(?<message>(?!FastCGI sent in stderr: "PHP).{4,4000})$/,
    ],
  ]),
};
