import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of Kotlin's compiler. */
export const kotlin: Format = {
  id: 'kotlin',
  language: languages.kotlin,
  triggers: ['e: '],
  parse: patternTable([
    // e: file:///srv/app/Cart.kt:12:17 text · e: /srv/app/Cart.kt: (12, 17): text
    [
      /^e: (?:file:\/\/)?(?<file>\S.{0,400}\.kts?):(?: \()?(?<line>\d+)(?:, |:)(?<column>\d+)\)?:? (?<message>.+)$/,
      { linesBelow: /^\s{2,}\S/ },
    ],
  ]),
};
