import type { Arrival } from '../paste/session.ts';
import { button, element } from '../paste/view/element.ts';
import { alignLines, wordParts } from './align.ts';

type Line = { number: number; text: string };

/** Opens the pasted trace beside the recorded one; the dialog is gone when it is closed. */
export function openComparison(arrival: Arrival): void {
  const dialog = comparisonDialog(arrival);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** The pasted trace beside the recorded one, line by line; what stands on one side only is tinted. */
export function comparisonDialog({ rows }: Arrival): HTMLDialogElement {
  const yours = rows.flatMap(({ line, text }) =>
    text.split('\n').map((part, i) => ({ number: line + i, text: part })),
  );
  const recorded = recordedLines();
  const aligned = alignLines(
    yours.map(({ text }) => text),
    recorded.map(({ text }) => text),
  );
  const same = aligned.filter(({ left, right }) => left !== undefined && right !== undefined).length;
  const table = element('ol', 'comparison');
  for (const { left, right } of aligned) {
    const [own, other] = [
      left === undefined ? undefined : yours[left],
      right === undefined ? undefined : recorded[right],
    ];
    const item = element(
      'li',
      own && other ? 'same' : '',
      sideOf('Yours', own, other),
      sideOf('Recorded', other, own),
    );
    table.append(item);
  }
  const close = button('Close', () => dialog.close());
  const dialog = element(
    'dialog',
    'compare',
    element(
      'p',
      'row',
      element('b', '', sameText(same, yours.length)),
      element(
        'span',
        'small',
        'apart from numbers, ids, times and folders, which are underlined. Tinted lines stand on one side only.',
      ),
      close,
    ),
    element('p', 'comparison-head', element('b', '', 'Yours'), element('b', '', 'Recorded')),
    table,
  );
  dialog.setAttribute('aria-label', 'Your trace beside the recorded one');
  return dialog;
}

function sameText(same: number, all: number): string {
  if (all === 1) return same === 1 ? 'Your line is a recorded one' : 'Your line is not a recorded one';
  return `${same} of your ${all} lines ${same === 1 ? 'is a recorded one' : 'are the recorded ones'}`;
}

function sideOf(label: string, line: Line | undefined, other: Line | undefined): HTMLElement {
  const side = element('code', line ? (other ? '' : 'alone') : 'none');
  if (!line) return side;
  side.dataset['line'] = String(line.number);
  if (!other) side.append(element('span', '', `${label} only`), ' ', line.text || ' ');
  else
    for (const { text, isOwn } of wordParts(line.text, other.text))
      side.append(isOwn ? element('u', '', text) : text);
  return side;
}

/** The recorded trace, from the listing on the page. */
function recordedLines(): Line[] {
  return [...document.querySelectorAll<HTMLElement>('.trace-listing > li')].flatMap((item) => {
    const first = Number(item.dataset['line']);
    const text = item.querySelector('code')?.textContent ?? '';
    return text.split('\n').map((part, i) => ({ number: first + i, text: part }));
  });
}
