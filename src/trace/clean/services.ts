import { type Line, withText } from '../line.ts';

// `web_1  | text`, `svc-1    | text`, `web.1.k2x9@node-1    | text` of a swarm, `0|web  | text` of pm2
const COMPOSE = /^ ?((?:\d{1,3}\|)?[A-Za-z][\w.@-]{0,80}) *\|(?: |$)/;
// `[web] text`, `[pod/web-1/app] text`
const BRACKETS = /^\[([A-Za-z][\w./-]{0,80})\](?: |$)/;
// `test<tab>Run npm test<tab>2026-02-03T09:41:07.1234567Z text`
const STEPS = /^([^\t]{1,100}\t[^\t]{1,100})\t(?=\d{4}-\d\d-\d\dT\d)/;
// `web_1  | text`: a name with a number is no word before a bar
const NUMBERED = /^ ?((?:\d{1,3}\|)[A-Za-z][\w.-]{0,60}|[A-Za-z][\w.-]{0,60}[-_.]\d+) *\|(?: |$)/;
const SURE = [NUMBERED, STEPS];
const LEVELS =
  /^(?:trace|debug|info|notice|warn|warning|error|err|fatal|crit|critical|severe|stacktrace|vite|tsl)$/i;

/** Takes off the name of the service that wrote each line, and puts the lines of each service together. */
export function services(lines: Line[]): Line[] {
  const pattern = [COMPOSE, BRACKETS, STEPS].find((candidate) => fits(lines, candidate));
  if (pattern !== undefined) return together(lines, pattern);
  return SURE.reduce(inPart, lines);
}

/** Among lines of something else: those from the first that surely names a service to the last. */
function inPart(lines: Line[], pattern: RegExp): Line[] {
  const from = lines.findIndex(({ text }) => pattern.test(text));
  const to = lines.findLastIndex(({ text }) => pattern.test(text)) + 1;
  const part = lines.slice(from < 0 ? to : from, to);
  if (part.length < 2 || !fits(part, pattern)) return lines;
  return [...lines.slice(0, from), ...together(part, pattern), ...lines.slice(to)];
}

function together(lines: Line[], pattern: RegExp): Line[] {
  const streams = new Map<string, Line[]>();
  let current = '';
  for (const line of lines) {
    const match = pattern.exec(line.text);
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

/** Most lines name a service: a table or a gutter (`12 | let x`) is not enough. */
function fits(lines: Line[], pattern: RegExp): boolean {
  let named = 0;
  let filled = 0;
  for (const { text } of lines) {
    if (text === '') continue;
    filled++;
    const name = pattern.exec(text)?.[1];
    if (name !== undefined && !LEVELS.test(name)) named++;
  }
  if (named === 0 || named < filled * 0.6) return false;
  return named >= 3 || NUMBERED.test(lines.find((line) => line.text !== '')?.text ?? '');
}
