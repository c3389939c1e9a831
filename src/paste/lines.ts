import type { Evidence } from '../match/types.ts';
import { element } from './element.ts';

/** Lines shown around a line that decided. */
const AROUND = 2;
const MOST = 400;

/** The reader's own lines, those that decided marked. */
export function linesThatDecided(text: string, evidence: Evidence[]): HTMLElement {
  const lines = text.split(/\r\n|\r|\n/);
  const decided = new Set(evidence.map(({ line }) => line));
  const shown = new Set<number>();
  for (const line of decided)
    for (let near = line - AROUND; near <= line + AROUND; near++)
      if (near >= 1 && near <= lines.length) shown.add(near);
  const numbers = [...shown].sort((a, b) => a - b).slice(0, MOST);
  const rows = numbers.flatMap((number, i) => {
    const row = element(
      decided.has(number) ? 'mark' : 'span',
      'line',
      `${lines[number - 1]!.slice(0, 2000)}\n`,
    );
    row.dataset['line'] = String(number);
    const follows = number === (numbers[i - 1] ?? 0) + 1;
    return follows ? [row] : [element('span', 'gap', '⋯\n'), row];
  });
  if ((numbers.at(-1) ?? 0) < lines.length) rows.push(element('span', 'gap', '⋯\n'));
  const pre = element('pre', '', element('code', '', ...rows));
  pre.tabIndex = 0;
  return element('figure', 'paste', element('figcaption', '', 'The lines that decided'), pre);
}
