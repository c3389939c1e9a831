import { append } from '../append.ts';
import { languages } from '../languages.ts';
import type { Format } from '../format.ts';
import type { Line } from '../line.ts';
import { toAppFrame } from '../location.ts';
import { patternTable } from '../pattern-table.ts';
import type { Exception, Frame } from '../types.ts';

/** Erlang's reports: `=ERROR REPORT====`, the reason why a server ended, and the shell's `** exception`. */
export const erlang: Format = {
  id: 'erlang',
  language: languages.erlang,
  triggers: ['REPORT====', '** Reason', '** exception', 'exit value:'],
  lineStarts: { inside: ['=ERROR REPORT====', '\\*\\* Reason for termination'] },
  logTriggers: ['REPORT====', 'eason for term', 'exit value'],
  parse(lines, from) {
    const found = parseHeading(lines, from);
    const { frames } = (found?.trace.exceptions[0] ?? { frames: [] }) as Exception;
    append(frames, lines.slice(from, found?.next ?? from).flatMap(framesIn));
    return found;
  },
};

const REPORT = '(?:=(?:ERROR|CRASH) REPORT====.*\\n(?:(?!=[A-Z]+ REPORT====).*\\n){0,39}?)?';
const parseHeading = patternTable([
  // ** exception error: no match of right hand side value {error,enoent}
  [/^\*\* exception (?<type>error|exit|throw): (?<message>.{1,4000})$/, { linesBelow: /^\s+\S/ }],
  // =CRASH REPORT==== 26-Nov-2026::10:00:00 ===
  //     exception exit: {undef,
  //       [{stock,ratio,2,[{file,"src/stock.erl"},{line,14}]}]}
  [
    /^=CRASH REPORT====.*\n(?:.*\n){0,8}?exception (?:exit|error|throw): \{?(?<type>[a-z][\w@]{0,400})[,}]?/,
    { lineCount: 10, linesBelow: /^\s+(?:\[|\{|in )/ },
  ],
  // =ERROR REPORT==== 26-Nov-2026::10:00:00 ===
  // ** Reason for termination == · Error in process <0.86.0> with exit value:
  // ** {function_clause,[{price_server,handle_call,… · {badarith,[{stock,ratio,2,… · {{badmatch,x},[…
  [
    new RegExp(
      `^${REPORT}(?:\\*\\* Reason for termination *(?:==?|:)|(?:\\*\\* )?Error in process <[\\d.]+>.{0,400} with exit value:)\\n(?:\\*\\* )?\\{{0,3}'?(?<type>[a-z][\\w@]{0,400})'?(?:(?<=\\{\\{\\w{1,400}),(?<message>.{1,900}?)\\},(?:\\[|\\n|$).*|[,}].*|(?=\\n|$))`,
    ),
    { lineCount: 42, linesBelow: /^\s+\S/ },
  ],
]);

/** The places in a line: in the terms of a report, or one of the shell's. */
function framesIn({ text, inputLine }: Line): Frame[] {
  // {stock,ratio,2,[{file,"src/stock.erl"},{line,14}]}
  const terms = text.slice(0, 4000).matchAll(/\[\{file,"([^"]{1,400})"\},\{line,(\d{1,7})\}/g);
  //      in function  prices:load/1 (prices.erl, line 7)
  const shown = /^\s+in (?:function|call from) +(\S{1,400})(?: \((\S{1,400}), line (\d+)\))?/.exec(
    text.slice(0, 2000),
  );
  const frames = Array.from(terms, ([, file = '', line]) => toAppFrame(inputLine, file, line));
  if (shown?.[2] !== undefined) frames.push(toAppFrame(inputLine, shown[2], shown[3], undefined, shown[1]));
  else if (shown?.[1] !== undefined) frames.push({ function: shown[1], origin: 'runtime', inputLine });
  for (const frame of frames)
    if (/^(?:gen_|proc_lib|erl_|supervisor)/.test(frame.file ?? '')) frame.origin = 'runtime';
  return frames;
}
