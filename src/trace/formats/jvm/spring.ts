import type { Format, ParseResult } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { groupsResult, joinTrimmed, skipMatching } from '../../pattern-table.ts';

/** Spring Boot's report of a failed start. */
export const spring: Format = {
  id: 'spring',
  language: languages.java,
  triggers: ['APPLICATION FAILED'],
  lineStarts: { inside: ['APPLICATION FAILED TO START', '(?:Description|Action): ', '\\*{9,}'] },
  logTriggers: ['APPLICATION FAILED'],
  parse: parseSpring,
};

// APPLICATION FAILED TO START … Description: … Action: …
function parseSpring(lines: Line[], from: number): ParseResult | undefined {
  if (textAt(lines, from).trim() !== 'APPLICATION FAILED TO START') return undefined;
  const end = skipMatching(lines, from, /^(?!\s*Action:)/, 40);
  const message = /(?:^|\n)Description:\n+([^]*)$/.exec(joinTrimmed('', lines, from, end))?.[1] ?? '';
  return groupsResult(lines, from, end, { message });
}
