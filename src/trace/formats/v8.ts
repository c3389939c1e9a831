import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';

const MAX_LINES = 80;

// FATAL ERROR: Reached heap limit · ERROR: Reached heap limit, where a log's cleaning took FATAL for its level
const HEAD =
  /^\s*(?:FATAL (?=ERROR: .{3})|(?=ERROR: (?:Reached heap limit|Ineffective mark-compacts|CALL_AND_RETRY_LAST|NewSpace::)))ERROR: (.*)$/;

/** V8's last words: `FATAL ERROR: Reached heap limit …`; its native frames tell nothing and are passed over. */
export const v8: Format = {
  id: 'v8',
  language: 'javascript',
  hint: 'ERROR: |<--- Last',
  read(lines, from) {
    const isHistory = (lines[from] as Line).text.includes('<--- Last few GCs --->');
    for (let index = from; index < lines.length && index <= from + (isHistory ? 30 : 0); index++) {
      const text = (lines[index] as Line).text.slice(0, 600);
      const message = HEAD.exec(text)?.[1];
      if (message === undefined) continue;
      let next = index + 1;
      //  1: 0x700030 node::OOMErrorHandler(char const*, v8::OOMDetails const&) [node]
      while (
        next < lines.length &&
        next < index + MAX_LINES &&
        /^\s*(?:\d+: 0x|-{5} |$)/.test((lines[next] as Line).text)
      )
        next++;
      return single(lines, from, next, { type: 'FATAL ERROR', message, headAt: index });
    }
    return undefined;
  },
};
