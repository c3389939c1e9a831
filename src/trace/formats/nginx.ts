import type { Format } from '../format.ts';
import { said } from '../said.ts';

/** What nginx finds in its configuration, with the file and the line. */
export const nginx: Format = {
  id: 'nginx',
  language: 'shell',
  hint: '[emerg]',
  read: said([
    // nginx: [emerg] unknown directive "servr" in /etc/nginx/shop.conf:3 · [emerg] 4242#4242: unknown directive …
    [
      /^(?:nginx: )?\[emerg\] (?:\d+#\d+: )?(?<message>\S.{2,1000} in (?<file>(?:[A-Za-z]:)?[^\s:]{1,300}):(?<line>\d+))$/,
      { below: /^nginx: configuration file .{1,300} test failed$/ },
    ],
  ]),
};
