import { diffArrays } from 'diff';
import { escapeHtml } from '../guide/code-html.ts';

/** A line of two texts: on one side only, or on both. */
export type DiffRow = { tag: 'ins' | 'del' | 'span'; html: string };

/**
 * Rows as HTML in which each line stands once: those near a change one by one, those far from any together.
 * @param around unchanged lines that count as near
 */
export function diffHtml(rows: DiffRow[], around: number): string {
  const changed = rows.map(({ tag }) => tag !== 'span');
  const near = rows.map((_, i) => changed.slice(Math.max(0, i - around), i + around + 1).includes(true));
  let html = '';
  for (let i = 0; i < rows.length; i++) {
    const { tag, html: line } = rows[i]!;
    if (near[i]) {
      html += `<${tag}>${line}</${tag}>`;
      continue;
    }
    const end = near.indexOf(true, i);
    const far = rows.slice(i, end < 0 ? rows.length : end);
    html += `<span class="gap">⋯</span><span class="far">${far.map((row) => row.html).join('\n')}</span>`;
    i += far.length - 1;
  }
  return html;
}

/** The rows of two texts. */
export function diffTexts(before: string, after: string): DiffRow[] {
  const lines = (text: string) => text.trimEnd().split('\n');
  return diffArrays(lines(before), lines(after)).flatMap(({ value, added, removed }) =>
    value.map((line): DiffRow => ({ tag: added ? 'ins' : removed ? 'del' : 'span', html: escapeHtml(line) })),
  );
}
