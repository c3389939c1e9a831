import type { GuideTitles, Hit } from '../../match/types.ts';
import type { Item } from '../worker/group.ts';
import { element, linkTo } from './element.ts';
import { count, headline, linesOf, timesOf } from './format.ts';
import { ownListing } from './own-listing.ts';
import { signCode } from './sign.ts';

/** What is known of a cause that fits. */
type Cause = GuideTitles['causes'][number];
/** What a card needs besides its error. */
export type CardContext = {
  base: string;
  guides: GuideTitles[];
  /** Called when a link of the card is followed. */
  onLeave(item: Item, guide: string, cause: string | null): void;
};

/** One error with its cause; where several fit, with the question that decides. */
export function matchedCard(item: Item, context: CardContext): HTMLElement {
  const best = item.hits[0]!;
  const guide = context.guides.find(({ id }) => id === best.guide)!;
  const own = item.hits.filter((hit) => hit.guide === guide.id);
  const fitting = own.flatMap((hit): Cause[] => guide.causes.filter(({ id }) => id === hit.cause));
  const card = element('li', fitting.length === 1 ? 'card' : 'card undecided');
  const link = (cause: string | null, text: string, className = '', suffix = '') => {
    const anchor = linkTo(urlOf(guide.id, cause, context.base, suffix), text, className);
    anchor.addEventListener('click', () => context.onLeave(item, guide.id, cause));
    return anchor;
  };
  const pill = fitting.length > 1 ? numeral(fitting.length) : best.confidence;
  card.append(
    element(
      'p',
      'eyebrow',
      element('span', fitting.length === 1 ? 'pill' : 'pill amber', pill),
      ` ${placeText(item)} · ${guide.title}`,
    ),
  );
  card.append(element('p', 'error-line', element('code', '', headline(item.summary.root))));
  if (fitting.length === 1) card.append(...oneCause(fitting[0]!, link));
  else if (fitting.length > 1) card.append(...decide(fitting, link));
  else card.append(...anyCause(guide, link));
  card.append(evidenceFold(item, best));
  const others = otherGuides(item, guide.id, context);
  if (others) card.append(others);
  return card;
}

type Link = (cause: string | null, text: string, className?: string, suffix?: string) => HTMLAnchorElement;

function oneCause({ id, title, fix }: Cause, link: Link): HTMLElement[] {
  return [
    element('h2', '', link(id, title)),
    element('p', 'fix-line', element('b', '', 'Fix'), ` ${fix}`),
    element(
      'p',
      'row',
      link(id, 'See the fix', 'button', '-fix'),
      link(id, 'Why it happens', 'button second'),
    ),
  ];
}

/** Two causes and a question: yes or no. More causes, or no question: one choice each. */
function decide(causes: Cause[], link: Link): HTMLElement[] {
  const asking = causes.find(({ question }) => question !== undefined);
  const options = element('ul', 'options');
  const isYesNo = causes.length === 2 && asking !== undefined;
  for (const cause of causes) {
    const anchor = link(cause.id, '', 'option', '-fix');
    const label = isYesNo ? (cause === asking ? 'Yes' : 'No') : cause.short;
    const detail = isYesNo ? cause.title : cause.question;
    anchor.append(
      element('b', '', label),
      ...(detail === undefined ? [] : [element('span', '', detail)]),
      element('small', '', cause.fix),
    );
    options.append(element('li', '', anchor));
  }
  const question = isYesNo ? asking.question! : 'Which of these is yours?';
  const says = isYesNo
    ? 'Two causes fit what you pasted. This decides:'
    : `${numberWord(causes.length)} causes fit what you pasted:`;
  return [element('h2', '', question), element('p', '', says), options];
}

/** The guide fits, and the text does not tell which of its causes it is. */
function anyCause(guide: GuideTitles, link: Link): HTMLElement[] {
  const head = element('h2', '', link(null, guide.title));
  if (guide.causes.length < 2) return [head];
  const list = element('ol', '');
  for (const cause of guide.causes)
    list.append(
      element(
        'li',
        '',
        signCode(cause.sign),
        element('b', '', link(cause.id, cause.short)),
        element('p', '', cause.fix),
        link(cause.id, 'See the change', '', '-fix'),
      ),
    );
  return [
    head,
    element('p', '', 'The text does not say which cause it is. Look for these words near it:'),
    element('div', 'verdict', list),
  ];
}

function evidenceFold(item: Item, { evidence, cause }: Hit): HTMLElement {
  const lines = new Set(evidence.map(({ line }) => line)).size;
  const decided = `${count(lines)} of your lines decided`;
  const label = cause === null ? `Why this guide: ${decided}` : `Why this cause: ${decided}`;
  const body = element('div', '');
  const fold = element('details', 'fold evidence', element('summary', '', label), body);
  // Filled when it is opened: a log may have hundreds of errors.
  fold.addEventListener('toggle', () => {
    if (body.childElementCount > 0) return;
    if (item.rows && item.rows.length > 0) body.append(ownListing(item.rows, evidence));
    else body.append(evidenceList(evidence), element('p', 'small', headline(item.summary.root)));
  });
  return fold;
}

function evidenceList(evidence: Hit['evidence']): HTMLElement {
  const rows = evidence.map(({ kind, line, text }) =>
    element('li', '', `Line ${count(line)}, ${kind}: `, element('code', '', text)),
  );
  return element('ul', '', ...rows);
}

function otherGuides(
  item: Item,
  best: string,
  { base, guides, onLeave }: CardContext,
): HTMLElement | undefined {
  const ids = [...new Set(item.hits.map(({ guide }) => guide))].filter((id) => id !== best);
  if (ids.length === 0) return undefined;
  const links = ids.flatMap((id) => {
    const guide = guides.find((candidate) => candidate.id === id);
    if (!guide) return [];
    const cause = item.hits.find((hit) => hit.guide === id)!.cause;
    const link = linkTo(urlOf(id, cause, base), guide.title);
    link.addEventListener('click', () => onLeave(item, id, cause));
    return [', ', link];
  });
  return element('p', 'small', 'It may also be ', ...links.slice(1), '.');
}

function placeText(item: Item): string {
  if (item.count > 1) return timesOf(item);
  return linesOf(item.first);
}

const urlOf = (guide: string, cause: string | null, base: string, suffix = '') =>
  `${base}guides/${guide}/${cause === null ? '' : `#${cause}${suffix}`}`;

const words = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six'];
const numberWord = (number: number) => words[number] ?? String(number);
const numeral = (number: number) => `${numberWord(number).toLowerCase()} fit`;
