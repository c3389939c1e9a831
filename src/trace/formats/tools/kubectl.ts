import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of kubectl and Helm. */
export const kubectl: Format = {
  id: 'kubectl',
  language: languages.kubernetes,
  triggers: [
    'he server ',
    'rror from server',
    'error validating',
    'no matches for',
    'be logged in',
    'FAILED: ',
    'error: context',
    "doesn't have",
  ],
  parse: patternTable([
    // Error from server (NotFound): pods "web" not found · error: error validating "web.yaml": text
    [
      /^(?:Error from server(?: \(\w+\))?: |error: (?=error validating|the server doesn't have|no matches for|You must be logged in|context ")|Unable to connect to the server: |Error: (?=(?:INSTALLATION|UPGRADE|UNINSTALL) FAILED)|(?=The connection to the server \S+ was refused))(?<message>.{3,900})$/,
    ],
  ]),
};
