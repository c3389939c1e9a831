import { box } from '../../locales/own/box.ts';
import { plural } from '../../locales/own/format.ts';
import type { Item } from '../worker/group.ts';
import type { Answer } from '../worker/protocol.ts';
import { element } from './element.ts';
import { headline } from './format.ts';
import type { Offer } from './guide-request-form.ts';
import { type CardContext, matchedCard } from './matched-card.ts';
import { moreOf } from './more.ts';
import { readOut, unmatchedCard } from './unmatched-card.ts';

/** What the page knows besides the answer. */
export type Page = Offer & Pick<CardContext, 'base' | 'onLeave'>;

/** Up to so many errors without a guide, all that is known of each is open at once. */
const FEW = 3;

/** Shows what each error of a text is, the guides and causes that fit, and the lines that decided. */
export function showAnswer(root: HTMLElement, answer: Answer, page: Page): void {
  const matched = answer.items.filter(({ hits }) => hits.length > 0);
  const unmatched = answer.items.filter(({ hits }) => hits.length === 0);
  const parts: Node[] = [];
  const context = { ...page, guides: answer.guides };
  if (matched.length > 0)
    parts.push(moreOf(element('ol', 'match-list'), matched, (item) => matchedCard(item, context)));
  if (unmatched.length > 0 && unmatched.length <= FEW)
    parts.push(...unmatched.map((item) => unmatchedCard(item, page)));
  else if (unmatched.length > 0) parts.push(...unmatchedList(unmatched, page));
  if (answer.dropped > 0) parts.push(element('p', 'small', plural(box.dropped, answer.dropped)));
  root.replaceChildren(...parts);
}

/** Shows what can be pasted, for a text in which no error was found. */
export function showNothing(root: HTMLElement): void {
  root.replaceChildren(
    element(
      'section',
      'card unmatched nothing',
      element('h2', '', box.canTitle),
      element('ul', '', ...box.can.map((text) => element('li', '', text))),
    ),
  );
}

function unmatchedList(items: Item[], page: Page): Node[] {
  const list = moreOf(element('ul', 'no-match'), items, (item) => {
    const times = item.count > 1 ? plural(box.times, item.count) : '';
    const body = element('div', '');
    const details = element(
      'details',
      'fold',
      element('summary', '', element('code', '', headline(item.summary.root)), element('small', '', times)),
      body,
    );
    // Filled when it is opened: a log may have thousands.
    details.addEventListener(
      'toggle',
      () => body.childElementCount === 0 && body.append(...readOut(item, page)),
    );
    return element('li', '', details);
  });
  return [element('h2', '', plural(box.unmatchedMany, items.length)), list];
}
