import { box } from '../../locales/own/box.ts';
import { evidence as kinds } from '../../locales/own/evidence.ts';
import { count, plural } from '../../locales/own/format.ts';
import { verdict } from '../../locales/own/verdict.ts';
import type { Hit } from '../../match/types.ts';
import { markLanguage } from '../../search/mark-language.ts';
import type { Item } from '../worker/group.ts';
import type { FoundGuide } from '../worker/protocol.ts';
import { type Child, element, linkTo, siteLabel, withNodes } from './element.ts';
import { headline, linesOf, timesOf } from './format.ts';
import { ownListing } from './own-listing.ts';
import { signCode } from './sign.ts';

/** What is known of a cause that fits. */
type Cause = FoundGuide['causes'][number];
/** What a card needs besides its error. */
export type CardContext = {
  base: string;
  guides: FoundGuide[];
  /** Called when a link of the card to a guide of this site is followed. */
  onLeave?: ((item: Item, guide: string, cause: string | null) => void) | undefined;
};

/** One error with its cause; where several fit, with the question that decides. */
export function matchedCard(item: Item, context: CardContext): HTMLElement {
  const best = item.hits[0]!;
  const guide = context.guides.find(({ key }) => key === best.guide)!;
  const own = item.hits.filter((hit) => hit.guide === guide.key);
  const fitting = own.flatMap((hit): Cause[] => guide.causes.filter(({ id }) => id === hit.cause));
  const card = element('li', fitting.length === 1 ? 'card' : 'card undecided');
  const link = (cause: string | null, text: string, className = '', suffix = '') => {
    const anchor = linkTo(urlOf(guide, cause, context.base, suffix), text, className);
    if (!guide.site) anchor.addEventListener('click', () => context.onLeave?.(item, guide.id, cause));
    return anchor;
  };
  const mark: Mark = (node) => markLanguage(node, guide.language);
  const pill = fitting.length > 1 ? plural(box.fitting, fitting.length) : box.confidence[best.confidence];
  card.append(
    element(
      'p',
      'eyebrow',
      element('span', fitting.length === 1 ? 'pill' : 'pill amber', pill),
      ` ${placeText(item)} · `,
      mark(element('span', '', guide.title)),
      ...(guide.site ? [' ', siteLabel(guide.site)] : []),
    ),
  );
  card.append(element('p', 'error-line', element('code', '', headline(item.summary.root))));
  if (fitting.length === 1) card.append(...oneCause(fitting[0]!, link, mark));
  else if (fitting.length > 1) card.append(...decide(fitting, link, mark));
  else card.append(...anyCause(guide, link, mark));
  card.append(evidenceFold(item, best));
  const others = otherGuides(item, guide.key, context);
  if (others) card.append(others);
  return card;
}

type Link = (cause: string | null, text: string, className?: string, suffix?: string) => HTMLAnchorElement;
/** Says of words of the guide what language they are in. */
type Mark = <Node extends HTMLElement>(node: Node) => Node;

function oneCause({ id, title, fix }: Cause, link: Link, mark: Mark): HTMLElement[] {
  return [
    element('h2', '', mark(link(id, title))),
    element('p', 'fix-line', element('b', '', verdict.fix), ' ', mark(element('span', '', fix))),
    element(
      'p',
      'row',
      link(id, verdict.seeFix, 'button', '-fix'),
      link(id, box.whyItHappens, 'button second'),
    ),
  ];
}

/** Two causes and a question: yes or no. More causes, or no question: one choice each. */
function decide(causes: Cause[], link: Link, mark: Mark): HTMLElement[] {
  const asking = causes.find(({ question }) => question !== undefined);
  const options = element('ul', 'options');
  const isYesNo = causes.length === 2 && asking !== undefined;
  for (const cause of causes) {
    const anchor = link(cause.id, '', 'option', '-fix');
    const label = isYesNo ? (cause === asking ? box.yes : box.no) : cause.short;
    const detail = isYesNo ? cause.title : cause.question;
    anchor.append(
      isYesNo ? element('b', '', label) : mark(element('b', '', label)),
      ...(detail === undefined ? [] : [mark(element('span', '', detail))]),
      mark(element('small', '', cause.fix)),
    );
    options.append(element('li', '', anchor));
  }
  const question = isYesNo ? mark(element('h2', '', asking.question!)) : element('h2', '', box.whichIsYours);
  const lead = isYesNo ? box.twoFit : plural(box.manyFit, causes.length);
  return [question, element('p', '', lead), options];
}

/** The guide fits, and the text does not tell which of its causes it is. */
function anyCause(guide: FoundGuide, link: Link, mark: Mark): HTMLElement[] {
  const head = element('h2', '', mark(link(null, guide.title)));
  if (guide.causes.length < 2) return [head];
  const list = element('ol', '');
  for (const cause of guide.causes)
    list.append(
      element(
        'li',
        '',
        signCode(cause.sign),
        element('b', '', mark(link(cause.id, cause.short))),
        element('p', '', element('b', '', verdict.fix), ' ', mark(element('span', '', cause.fix))),
        link(cause.id, verdict.seeChange, '', '-fix'),
      ),
    );
  return [head, element('p', '', box.anyCause), element('div', 'verdict', list)];
}

function evidenceFold(item: Item, { evidence, cause }: Hit): HTMLElement {
  const lines = new Set(evidence.map(({ line }) => line)).size;
  const label = plural(cause === null ? box.whyGuide : box.whyCause, lines);
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
    element(
      'li',
      '',
      ...withNodes(box.evidence, { line: count(line), kind: kinds[kind], text: element('code', '', text) }),
    ),
  );
  return element('ul', '', ...rows);
}

function otherGuides(
  item: Item,
  best: string,
  { base, guides, onLeave }: CardContext,
): HTMLElement | undefined {
  const keys = [...new Set(item.hits.map(({ guide }) => guide))].filter((key) => key !== best);
  if (keys.length === 0) return undefined;
  const links = keys.flatMap((key) => {
    const guide = guides.find((candidate) => candidate.key === key);
    if (!guide) return [];
    const cause = item.hits.find((hit) => hit.guide === key)!.cause;
    const link = markLanguage(linkTo(urlOf(guide, cause, base), guide.title), guide.language);
    if (!guide.site) link.addEventListener('click', () => onLeave?.(item, guide.id, cause));
    return [guide.site ? element('span', '', link, ' ', siteLabel(guide.site)) : link];
  });
  const [before, after] = box.otherGuides.split('{guides}');
  const separated = links.flatMap((link, i): Child[] => (i === 0 ? [link] : [', ', link]));
  return element('p', 'small', before, ...separated, after);
}

function placeText(item: Item): string {
  if (item.count > 1) return timesOf(item);
  return linesOf(item.first);
}

const urlOf = ({ id, site }: FoundGuide, cause: string | null, base: string, suffix = '') =>
  `${site?.url ?? base}guides/${id}/${cause === null ? '' : `#${cause}${suffix}`}`;
