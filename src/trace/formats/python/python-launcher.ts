import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of the `python` command, of argparse and of ASGI servers. */
export const pythonLauncher: Format = {
  id: 'python-launcher',
  language: languages.python,
  triggers: ['error: ', 'ASGI app', 'No module named', 'open file'],
  logTriggers: ['No module named'],
  parse: patternTable([
    // shop.py: error: the following arguments are required: --port
    [
      /^\S{1,80}: error: (?<message>(?:the following arguments are required|unrecognized arguments|argument |ambiguous option|invalid choice).{1,400})$/,
    ],
    // ERROR:    Error loading ASGI app. Could not import module "shop".
    [/^(?:ERROR: +)?(?<message>Error loading ASGI app\. .+)$/],
    // python3: No module named shop · python3: can't open file '/srv/shop.py': [Errno 2] No such file or directory
    [/^\S{0,80}python[\d.]*(?:\.exe)?: (?<message>(?:No module named|can't open file) .{1,400})$/],
  ]),
};
