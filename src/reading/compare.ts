import { arrival as texts } from '../locales/own/arrival.ts';
import { plural } from '../locales/own/format.ts';
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
      sideOf(texts.yoursOnly, own, other),
      sideOf(texts.recordedOnly, other, own),
    );
    table.append(item);
  }
  const close = button(texts.close, () => dialog.close());
  const dialog = element(
    'dialog',
    'compare',
    element(
      'p',
      'row',
      element('b', '', sameText(same, yours.length)),
      element('span', 'small', texts.apart),
      close,
    ),
    element('p', 'comparison-head', element('b', '', texts.yours), element('b', '', texts.recorded)),
    table,
  );
  dialog.setAttribute('aria-label', texts.dialog);
  return dialog;
}

function sameText(same: number, all: number): string {
  if (all === 1) return same === 1 ? texts.oneSame : texts.oneOther;
  return plural(texts.same, same, { all });
}

/** @param alone what is said of a line that has no other */
function sideOf(alone: string, line: Line | undefined, other: Line | undefined): HTMLElement {
  const side = element('code', line ? (other ? '' : 'alone') : 'none');
  if (!line) return side;
  side.dataset['line'] = String(line.number);
  if (!other) side.append(element('span', '', alone), ' ', line.text || ' ');
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
