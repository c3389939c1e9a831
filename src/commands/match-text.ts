import { appFrame } from '../match/fingerprint.ts';
import { guideUrl } from './match-json.ts';
import type { Group, Scan } from '../match/scan.ts';
import type { Hit } from '../match/types.ts';

const MAX_TITLE = 160;
const MAX_HITS = 3;
const LABEL = 8;

/** What the command line prints for people: what failed, where, how often, and what explains it. */
export function formatScan(
  file: string | undefined,
  { groups, lines, dropped, cut }: Scan,
  hasColour: boolean,
): string {
  const paint = hasColour ? coloured : (text: string) => text;
  const name = file ?? 'standard input';
  const size = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  const long =
    cut === 0
      ? ''
      : `\n  ${cut} ${cut === 1 ? 'line was' : 'lines were'} cut: longer than a million characters.\n`;
  if (groups.length === 0) return `${name}: no error found in ${size}.\n${long}`;
  const errors = groups.length === 1 ? '1 error' : `${groups.length} different errors`;
  const more =
    dropped === 0
      ? ''
      : `\n  ${dropped} more errors were left out: only the first ${groups.length} different ones are kept.\n`;
  return `${name}: ${errors} in ${size}.\n${groups.map((group) => paragraph(group, paint)).join('')}${more}${long}`;
}

type Style = 'title' | 'good' | 'bad' | 'faint';

function paragraph({ trace, hits, count, first, last }: Group, paint: Paint): string {
  const root = trace.exceptions[trace.root];
  const message = root?.message.split('\n', 1)[0] ?? '';
  const title = [root?.type || 'An error without a name', message].filter(Boolean).join(': ');
  const frame = appFrame(trace);
  const rows: [label: string, text: string][] = [
    ['where', count === 1 ? span(first) : `${span(first)}; ${count} times, last ${span(last)}`],
  ];
  if (frame !== undefined) {
    const place = [frame.file, frame.line].filter((part) => part !== undefined).join(':');
    rows.push(['code', [place, frame.function].filter(Boolean).join(' in ')]);
  }
  if (hits.length === 0) rows.push(['guide', paint('none', 'bad')]);
  for (const hit of hits.slice(0, MAX_HITS)) {
    rows.push(
      ['guide', `${paint(guideUrl(hit), 'good')} (${hit.confidence})`],
      ['', paint(because(hit), 'faint')],
    );
  }
  const lines = rows.map(([label, text]) => `    ${paint(label.padEnd(LABEL), 'faint')}${text}\n`);
  return `\n  ${paint(shorten(title), 'title')}\n${lines.join('')}`;
}

type Paint = (text: string, style: Style) => string;

const span = ([from, to]: [number, number]) => (from === to ? `line ${from}` : `lines ${from}-${to}`);

/** `type on line 31, message on line 31`. */
function because({ evidence }: Hit): string {
  const told = evidence.map(({ kind, line, text }) =>
    kind === 'signal' ? `"${shorten(text)}" on line ${line}` : `${kind} on line ${line}`,
  );
  return [...new Set(told)].join(', ');
}

const shorten = (text: string) => (text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1)}…` : text);

const CODES: Record<Style, number> = { title: 1, good: 32, bad: 31, faint: 2 };
const coloured: Paint = (text, style) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
