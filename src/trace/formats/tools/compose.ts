import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors in files that Docker Compose reads. */
export const compose: Format = {
  id: 'compose',
  language: languages.docker,
  triggers: ['yaml: line', 'validating '],
  parse: patternTable([
    // yaml: line 7: mapping values are not allowed in this context · validating /srv/compose.yml: services.web … must be …
    [/^(?:validating \S{1,400}\.ya?ml: |(?=yaml: line \d+: ))(?<message>.{3,400})$/],
  ]),
};
