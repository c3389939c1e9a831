import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';

/** What nginx finds in its configuration, with the file and the line. */
export const nginx: Format = {
  id: 'nginx',
  language: 'shell',
  triggers: '[emerg]',
  parse: patternTable([
    // nginx: [emerg] unknown directive "servr" in /etc/nginx/shop.conf:3 · [emerg] 4242#4242: unknown directive …
    [
      /^(?:nginx: )?\[emerg\] (?:\d+#\d+: )?(?<message>\S.{2,1000} in (?<file>(?:[A-Za-z]:)?[^\s:]{1,300}):(?<line>\d+))$/,
      { linesBelow: /^nginx: configuration file .{1,300} test failed$/ },
    ],
  ]),
};
