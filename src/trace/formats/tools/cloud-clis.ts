import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of the command lines of AWS and Google Cloud. */
export const cloudClis: Format = {
  id: 'cloud-clis',
  language: languages.shell,
  triggers: ['gcloud', 'error occurred', '[ERROR]'],
  parse: patternTable([
    // An error occurred (AccessDenied) when calling the PutObject operation: Access Denied · ERROR: (gcloud.run.deploy) text
    [
      /^(?:ERROR: (?=\(gcloud\.)|aws: \[ERROR\]: )?(?<message>(?:\(gcloud\.|An error occurred \(\w+\) when calling the ).{4,900})$/,
    ],
  ]),
};
