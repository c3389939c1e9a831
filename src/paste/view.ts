import { element } from './element.ts';
import type { Item } from './group.ts';
import { linesThatDecided } from './lines.ts';
import { matchedItem } from './matched.ts';
import { moreOf } from './more.ts';
import type { Offer } from './ask.ts';
import { readOut, unmatchedPanel } from './unmatched.ts';
import { count, headline } from './words.ts';
import type { Answer } from './worker.ts';

/** What the page knows besides the answer. */
export type Page = Offer & {
  base: string;
  /** What was pasted; absent for a file, which is not kept. */
  text?: string;
};

/** Up to so many errors, all that is known of each is open at once. */
const FEW = 3;

/** Shows what each error of a text is, the guides and causes that fit, and the lines that decided. */
export function showAnswer(root: HTMLElement, answer: Answer, page: Page): void {
  const matched = answer.items.filter(({ hits }) => hits.length > 0);
  const unmatched = answer.items.filter(({ hits }) => hits.length === 0);
  const isOpen = answer.items.length <= FEW;
  const parts: Node[] = [];
  if (matched.length > 0)
    parts.push(
      moreOf(element('ol', 'match-list'), matched, (item) => matchedItem(item, answer, page.base, isOpen)),
    );
  if (unmatched.length === 1 && matched.length === 0) parts.push(unmatchedPanel(unmatched[0]!, page));
  else if (unmatched.length > 0) parts.push(...unmatchedList(unmatched, page, isOpen));
  if (answer.dropped > 0)
    parts.push(
      element(
        'p',
        'dropped',
        `${count(answer.dropped)} more were left out: there are too many different ones.`,
      ),
    );
  const evidence = matched.flatMap(({ hits }) => hits.flatMap((hit) => hit.evidence));
  if (evidence.length > 0 && page.text !== undefined) parts.push(linesThatDecided(page.text, evidence));
  root.replaceChildren(...parts);
}

/** Shows what can be pasted, for a text in which no error was found. */
export function showNothing(root: HTMLElement): void {
  const can = [
    'a stack trace, whole or cut, in any of the languages that have guides',
    "an error message without a trace, with its type if there is one: “KeyError: 'total'”",
    'a log of any size, with timestamps, container names or escaped newlines as they are',
    'the output of a compiler, a test run, a build or a container that ended',
  ];
  root.replaceChildren(
    element(
      'section',
      'panel nothing',
      element('h2', '', 'What can be pasted'),
      element('ul', '', ...can.map((text) => element('li', '', text))),
    ),
  );
}

function unmatchedList(items: Item[], page: Page, isOpen: boolean): Node[] {
  const list = moreOf(element('ul', 'no-match'), items, (item) => {
    const details = element('details', '');
    const times = item.count > 1 ? ` ${count(item.count)} times` : '';
    details.append(
      element('summary', '', element('code', '', headline(item.facts.root)), element('span', 'count', times)),
    );
    // Filled when it is opened: a log may have thousands.
    details.addEventListener(
      'toggle',
      () => details.childElementCount === 1 && details.append(...readOut(item, page)),
    );
    details.open = isOpen;
    return element('li', '', details);
  });
  const heading =
    items.length === 1 ? 'No guide fits this error' : `No guide fits these ${count(items.length)} errors`;
  return [element('h2', 'no-match-head', heading), list];
}
