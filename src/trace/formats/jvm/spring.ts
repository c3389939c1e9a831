import type { Format, ParseResult } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { groupsResult, joinTrimmed, patternTable, skipMatching } from '../../pattern-table.ts';

/** Spring Boot's report of a failed start, whole or its description alone, and what Spring MVC resolved. */
export const spring: Format = {
  id: 'spring',
  language: languages.java,
  triggers: ['APPLICATION FAILED', ' required a ', 'Resolved ', '; nested exception is '],
  lineStarts: { inside: ['APPLICATION FAILED TO START', '(?:Description|Action): ', '\\*{9,}'] },
  logTriggers: [' required a bean', ' required a single bean', 'Resolved ['],
  parse: (lines, from) => parseReport(lines, from) ?? parseLine(lines, from),
};

// APPLICATION FAILED TO START … Description: … Action: …
function parseReport(lines: Line[], from: number): ParseResult | undefined {
  if (textAt(lines, from).trim() !== 'APPLICATION FAILED TO START') return undefined;
  const end = skipMatching(lines, from, /^(?!\s*Action:)/, 40);
  const message = /(?:^|\n)Description:\n+([^]*)$/.exec(joinTrimmed('', lines, from, end))?.[1] ?? '';
  return groupsResult(lines, from, end, { message });
}

const parseLine = patternTable([
  // Parameter 0 of constructor in com.acme.Cart required a bean of type 'com.acme.Stock' that could not be found.
  // Field mailer in com.acme.News required a single bean, but 2 were found:
  [
    /^(?:(?!.{0,400}Exception).{0,400}?: )?(?<message>(?:(?:Parameter \d+ of (?:constructor|method \w{1,400})|Field \w{1,400}) in \S{1,400}|A component) required a (?:single )?bean\b.+)$/,
    { messageLines: /^\s+- \S/ },
  ],
  // Could not read JSON: text; nested exception is com.acme.CartException: text, without the type of the outer exception
  [
    /^(?:(?!.{0,400}Exception).{0,400}?: )?Could not (?:(?!Exception: )[^;]){1,4000}; nested exception is (?<type>[\w$]{1,80}(?:\.[\w$]{1,400}){1,20}): (?<message>\S.*)$/,
  ],
  // Resolved [org.springframework.web.HttpRequestMethodNotSupportedException: Request method 'PATCH' not supported]
  // Resolved exception caused by handler execution: org.springframework.http.X: message
  [
    /(?:^|: )Resolved (?:\[|exception caused by [Hh]andler execution: )(?<type>[\w$]{1,80}(?:\.[\w$]{1,400}){1,20}(?:Exception|Error))(?:: (?<message>.*?))?\]?$/,
  ],
]);
