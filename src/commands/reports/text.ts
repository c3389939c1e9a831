import { appFrame } from '../../match/fingerprint.ts';
import type { Group } from '../../match/scan.ts';
import type { Hit } from '../../match/types.ts';
import { describeHit, shorten, titleOf } from './describe.ts';
import type { Report, ReportOptions } from './types.ts';

const MAX_HITS = 3;
const LABEL = 8;

/** For people: what failed, where, how often, and what explains it. */
export const text: Report = {
  file({ file, scan: { groups, lines, dropped, cut } }, options) {
    const name = file ?? 'standard input';
    const size = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
    const long =
      cut === 0
        ? ''
        : `\n  ${cut} ${cut === 1 ? 'line was' : 'lines were'} cut: longer than a million characters.\n`;
    if (groups.length === 0) return `${name}: no error found in ${size}.\n${long}`;
    const errors = groups.length === 1 ? '1 error' : `${groups.length} different errors`;
    const shown = groups.slice(0, options.max);
    const more = [
      ...(shown.length < groups.length ? [`${groups.length - shown.length} more are left out.`] : []),
      ...(dropped > 0
        ? [`${dropped} more errors were left out: only the first ${groups.length} different ones are kept.`]
        : []),
    ];
    const paragraphs = shown.map((group) => paragraph(group, options)).join('');
    return `${name}: ${errors} in ${size}.\n${paragraphs}${more.map((line) => `\n  ${line}\n`).join('')}${long}`;
  },
};

type Style = 'title' | 'good' | 'bad' | 'faint';

function paragraph(group: Group, { guides, hasColour }: ReportOptions): string {
  const paint = hasColour ? coloured : (text: string) => text;
  const { trace, hits, count, first, last } = group;
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
    const { fix } = describeHit(hit, guides);
    rows.push(
      ['guide', `${paint(guides.address(hit), 'good')} (${hit.confidence})`],
      ['', paint(because(hit), 'faint')],
      ...(fix ? [['fix', fix] as [string, string]] : []),
    );
  }
  const lines = rows.map(([label, text]) => `    ${paint(label.padEnd(LABEL), 'faint')}${text}\n`);
  return `\n  ${paint(titleOf(group), 'title')}\n${lines.join('')}`;
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

const CODES: Record<Style, number> = { title: 1, good: 32, bad: 31, faint: 2 };
const coloured: Paint = (text, style) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
