import { parseHeader } from '../../exception-header.ts';
import { type ParseResult, exceptionResult } from '../../format.ts';
import { type Line, textAt } from '../../line.ts';
import { toLocation } from '../../location.ts';
import { patternTable } from '../../pattern-table.ts';
import { withoutServer } from './server.ts';

// PHP Warning:  Undefined variable $a in /srv/a.php on line 3
const LEVEL =
  /^\s*(?:PHP )?(Warning|Notice|Deprecated|Parse error|Fatal error|(?:Recoverable|Catchable) fatal error|Compile error|Strict standards|User \w+|Core \w+): {1,2}(\S.*)$/;
const LOCATION =
  / in ((?! in )(?:[A-Za-z]:|phar:)?[^:\n]{1,400}?(?:\(\d+\) : eval\(\)'d code)?)(?: on {1,2}line |:)(\d+)\]?$/;

/** Errors that are no exceptions; Symfony's console form. */
export function parsePlain(lines: Line[], from: number): ParseResult | undefined {
  const line = lines[from] as Line;
  const level = LEVEL.exec(untagged(withoutServer(line.text.slice(0, 4000))));
  if (level?.[1] === undefined || level[2] === undefined) return parseConsole(lines, from);
  let text = level[2];
  let next = from + 1;
  while (!LOCATION.test(text.slice(-900)) && next < lines.length && next < from + 6)
    text += `\n${untagged(textAt(lines, next++)).replace(UPSTREAM, '')}`;
  // A terminal may have broken the path.
  const place = LOCATION.exec(text.slice(-900)) ?? LOCATION.exec(text.slice(-900).replaceAll('\n', ''));
  if (place?.[1] === undefined) return parseWithoutPlace(lines, from, level[1], level[2]);
  const frames = [{ ...toLocation({ file: place[1], line: place[2] }), inputLine: line.inputLine }];
  const end = text.lastIndexOf(' in ');
  const message = text.slice(0, end);
  return exceptionResult(lines, from, next, { type: level[1], message, frames });
}

// `" while reading response header from upstream, …`, which nginx writes after PHP's own line
const UPSTREAM = /" while reading .*$/;
// What PHP says of a script that it stops. Other programs print `Fatal error: ` as well.
const FATAL =
  /^(?:Allowed memory size of \d|Maximum execution time of \d|Out of memory \(allocated|Call to (?:a member|undefined) |(?:Class|Interface|Trait) ['"]\S+ not found|Cannot (?:redeclare|use (?:object of type|\[\] for|string offset)|access (?:private|protected|offset|property))|Uncaught |Undefined (?:constant|variable|function|method)|Failed opening required|syntax error, )/;

/** A fatal error whose place was not pasted. */
function parseWithoutPlace(
  lines: Line[],
  from: number,
  level: string,
  said: string,
): ParseResult | undefined {
  if (!/error$/i.test(level) || !FATAL.test(said)) return undefined;
  const thrown = parseHeader(/^Uncaught (.*)$/.exec(said)?.[1] ?? '');
  if (thrown === undefined && said.startsWith('Uncaught ')) return undefined;
  return exceptionResult(lines, from, from + 1, thrown ?? { type: level, message: said });
}

/** With `html_errors`, twice encoded: `<br /><b>Warning</b>:  …`. */
const untagged = (text: string) => (text.includes('<b') ? text.replace(/<(?:br ?\/?|\/?b)>/g, '') : text);

const parseConsole = patternTable([
  // In Kernel.php line 56:
  //
  //   [App\Exception\NotThere]
  //   There is no such thing
  [
    /^In (?<file>\S{1,400}\.php) line (?<line>\d+):(?:\n{1,5}(?:\[(?<type>[\w\\]{1,400})(?: \(\d+\))?\][ \n]{1,3})?(?<message>.+))?/,
    { lineCount: 9, messageLines: /^\s{2,}\S/ },
  ],
  //   [RuntimeException]
  //   Error Output: PHP Fatal error:  Call to undefined method A::b() in /srv/a.php on line 3
  [
    /^\[(?<type>RuntimeException)\]\n(?<message>Error Output:.*)/,
    { lineCount: 2, messageLines: /\S/, refersTo: 'previous' },
  ],
  // The box of older consoles has no place above it.
  //   [UnexpectedValueException]
  //   The value is no price
  [
    /^\[(?<type>[A-Z]\w{0,80}(?:\\[\w\\]{1,400}|Error|Exception))\]\n(?<message>[A-Za-z].*)/,
    { lineCount: 2, messageLines: /\S/ },
  ],
]);
