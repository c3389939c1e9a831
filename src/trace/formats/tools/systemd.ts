import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { patternTable } from '../../pattern-table.ts';

/** What systemd says of a unit that it cannot start. */
export const systemd: Format = {
  id: 'systemd',
  language: languages.shell,
  triggers: ['Job for ', 'Failed to ', 'Failed at step ', 'ailed to load environment'],
  parse: patternTable([
    // Job for shop.service failed because the control process exited with error code.
    [
      /^(?<message>Job for [\w@.\\:-]{1,400}\.\w{4,9} (?:failed|canceled|timed out)\b.{0,400})$/,
      { linesBelow: /^See ["']?systemctl status |^["' ].{0,400}journalctl / },
    ],
    // Failed to start shop.service: Unit shop.service not found.
    [
      /^(?<message>Failed to (?:(?:re)?start|stop|enable|disable|reload|mask|unmask|get properties of|isolate|preset) [\w@.\\:-]{1,400}\.(?:service|socket|timer|target|mount|path|slice|scope): \S.{2,400})$/,
    ],
    // shop.service: Failed to locate executable /srv/shop/bin/serve: No such file or directory
    [
      /^(?:[\w@.\\:-]{1,400}\.service: )(?<message>(?:Failed to (?:locate executable|load environment files|execute|set up \w+|determine user credentials|run '\w+' task)|Failed at step [A-Z_]{3,80} spawning|Changing to the requested working directory failed)\b.{2,400})$/,
      { linesBelow: /\.service: Failed at step [A-Z_]+ spawning / },
    ],
  ]),
};
