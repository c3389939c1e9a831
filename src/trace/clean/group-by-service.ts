import { type Line, withText } from '../line.ts';

/** How a tool names the service that wrote a line: `sign` is in each such line. */
type Label = {
  sign: string;
  pattern: RegExp;
  /** What a name has that surely is one, also among lines of something else. */
  sure?: RegExp;
};

const LABELS: Label[] = [
  // `web_1  | text`, `svc-1    | text`, `web.1.k2x9@node-1    | text` of a swarm, `0|web  | text` of pm2; a name with a
  // number is no word before a bar
  {
    sign: '|',
    pattern: /^ ?((?:\d{1,3}\|)?[A-Za-z][\w.@-]{0,80}) *\|(?: |$)/,
    sure: /^\d|[-_.]\d+$/,
  },
  // `[web] text`, `[pod/web-1/app] text`
  { sign: ']', pattern: /^\[([A-Za-z][\w./-]{0,80})\](?: |$)/ },
  // `test<tab>Run npm test<tab>2026-02-03T09:41:07.1234567Z text`
  { sign: '\t', pattern: /^([^\t]{1,100}\t[^\t]{1,100})\t(?=\d{4}-\d\d-\d\dT\d)/, sure: /\t/ },
];
const LEVELS =
  /^(?:trace|debug|info|notice|warn|warning|error|err|fatal|crit|critical|severe|stacktrace|vite|tsl)$/i;

/** Takes off the name of the service that wrote each line, and puts the lines of each service together. */
export function groupByService(lines: Line[]): Line[] {
  for (const label of LABELS) {
    if (!lines.some(({ text }) => nameIn(text, label) !== null)) continue;
    if (fits(lines, label)) return groupLines(lines, label);
    const isSure = ({ text }: Line) => label.sure?.test(nameIn(text, label)?.[1] ?? '') === true;
    const from = lines.findIndex(isSure);
    const to = lines.findLastIndex(isSure) + 1;
    const part = lines.slice(from, to);
    if (to - from > 1 && fits(part, label))
      return [...lines.slice(0, from), ...groupLines(part, label), ...lines.slice(to)];
  }
  return lines;
}

function groupLines(lines: Line[], label: Label): Line[] {
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
    if (last !== undefined)
      sorted.push({
        text: '',
        inputLine: last.lastInputLine,
        lastInputLine: last.lastInputLine,
        hasLogPrefix: true,
        isInfo: false,
      });
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
  const first = nameIn(lines.find((line) => line.text !== '')?.text ?? '', label)?.[1] ?? '';
  return named >= 3 || label.sure?.test(first) === true;
}
