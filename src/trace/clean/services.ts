import { type Line, withText } from '../line.ts';

/** How a tool names the service that wrote a line: `sign` is in each such line. */
type Label = { sign: string; pattern: RegExp };

// `web_1  | text`, `svc-1    | text`, `web.1.k2x9@node-1    | text` of a swarm, `0|web  | text` of pm2
const COMPOSE: Label = { sign: '|', pattern: /^ ?((?:\d{1,3}\|)?[A-Za-z][\w.@-]{0,80}) *\|(?: |$)/ };
// `[web] text`, `[pod/web-1/app] text`
const BRACKETS: Label = { sign: ']', pattern: /^\[([A-Za-z][\w./-]{0,80})\](?: |$)/ };
// `test<tab>Run npm test<tab>2026-02-03T09:41:07.1234567Z text`
const STEPS: Label = { sign: '\t', pattern: /^([^\t]{1,100}\t[^\t]{1,100})\t(?=\d{4}-\d\d-\d\dT\d)/ };
// `web_1  | text`: a name with a number is no word before a bar
const NUMBERED: Label = {
  sign: '|',
  pattern: /^ ?((?:\d{1,3}\|)[A-Za-z][\w.-]{0,60}|[A-Za-z][\w.-]{0,60}[-_.]\d+) *\|(?: |$)/,
};
const LEVELS =
  /^(?:trace|debug|info|notice|warn|warning|error|err|fatal|crit|critical|severe|stacktrace|vite|tsl)$/i;

/** Takes off the name of the service that wrote each line, and puts the lines of each service together. */
export function services(lines: Line[]): Line[] {
  const label = [COMPOSE, BRACKETS, STEPS].find((candidate) => fits(lines, candidate));
  if (label !== undefined) return together(lines, label);
  return [NUMBERED, STEPS].reduce(inPart, lines);
}

/** Among lines of something else: those from the first that surely names a service to the last. */
function inPart(lines: Line[], label: Label): Line[] {
  const isNamed = ({ text }: Line) => nameIn(text, label) !== null;
  const from = lines.findIndex(isNamed);
  if (from < 0) return lines;
  const to = lines.findLastIndex(isNamed) + 1;
  const part = lines.slice(from, to);
  if (part.length < 2 || !fits(part, label)) return lines;
  return [...lines.slice(0, from), ...together(part, label), ...lines.slice(to)];
}

function together(lines: Line[], label: Label): Line[] {
  const streams = new Map<string, Line[]>();
  let current = '';
  for (const line of lines) {
    const match = nameIn(line.text, label);
    if (match?.[1] !== undefined) current = match[1];
    let stream = streams.get(current);
    if (stream === undefined) streams.set(current, (stream = []));
    stream.push(match ? withText(line, line.text.slice(match[0].length)) : line);
  }
  const sorted: Line[] = [];
  for (const stream of streams.values()) {
    const last = sorted.at(-1);
    if (last !== undefined) sorted.push({ text: '', at: last.to, to: last.to, stamped: true });
    for (const line of stream) sorted.push(line);
  }
  return sorted;
}

const nameIn = (text: string, { sign, pattern }: Label) => (text.includes(sign) ? pattern.exec(text) : null);

/** Most lines name a service: a table or a gutter (`12 | let x`) is not enough. */
function fits(lines: Line[], label: Label): boolean {
  let named = 0;
  let filled = 0;
  for (const { text } of lines) {
    if (text === '') continue;
    filled++;
    const name = nameIn(text, label)?.[1];
    if (name !== undefined && !LEVELS.test(name)) named++;
  }
  if (named === 0 || named < filled * 0.6) return false;
  return named >= 3 || nameIn(lines.find((line) => line.text !== '')?.text ?? '', NUMBERED) !== null;
}
