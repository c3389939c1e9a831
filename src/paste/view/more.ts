import { box } from '../../locales/own/box.ts';
import { fill } from '../../locales/own/format.ts';
import { button, element } from './element.ts';

/** So many at a time: thousands of rows at once would stop the page. */
const STEP = 50;

/** A list that shows its first rows, and the next ones at the press of a button. */
export function moreOf<T>(list: HTMLElement, items: T[], row: (item: T) => HTMLElement): HTMLElement {
  let shown = 0;
  const next = element('p', 'more');
  const show = () => {
    const rows = items.slice(shown, shown + STEP).map(row);
    list.append(...rows);
    shown += rows.length;
    const left = items.length - shown;
    const label = fill(box.showMore, { count: Math.min(STEP, left), left });
    next.replaceChildren(...(left > 0 ? [button(label, more)] : []));
  };
  const more = () => {
    const before = list.childElementCount;
    show();
    list.children[before]?.querySelector<HTMLElement>('a, summary')?.focus();
  };
  show();
  return items.length > STEP ? element('div', '', list, next) : list;
}
