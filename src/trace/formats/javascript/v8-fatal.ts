import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import { patternTable } from '../../pattern-table.ts';

/** V8's last words: `FATAL ERROR: Reached heap limit …`; its native frames tell nothing and are passed over. */
export const v8Fatal: Format = {
  id: 'v8-fatal',
  language: languages.javascript,
  triggers: ['ERROR: ', '<--- Last'],
  lineStarts: { inside: ['FATAL ERROR: ', '----- Native stack'] },
  parse: patternTable([
    // FATAL ERROR: Reached heap limit Allocation failed · ERROR: Reached heap limit, where a log's cleaning took the level
    //  1: 0x700030 node::OOMErrorHandler(char const*, v8::OOMDetails const&) [node]
    [
      /^(?:<--- Last few GCs --->\n(?:.*\n){0,30}?)?(?:FATAL ERROR: |ERROR: (?=Reached heap limit|Ineffective mark-compacts|CALL_AND_RETRY_LAST|NewSpace::))(?<message>.{3,900})/,
      { type: 'FATAL ERROR', lineCount: 32, linesBelow: /^\s*(?:\d+: 0x|-{5} |$)/ },
    ],
  ]),
};
