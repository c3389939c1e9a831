import { isGeneric } from '../match/type-names.ts';
import type { Result } from '../search/search.ts';
import { askForGuide, type Offer } from './ask.ts';
import { element, linkTo } from './element.ts';
import type { Item } from './group.ts';
import { languageName } from '../trace/languages.ts';
import { framesOf, headline, placeOf, shorten, timesOf } from './words.ts';

const MOST_NAMES = 3;

/** The only error of a text, which no guide covers: read out, with what can be done. */
export function unmatchedPanel(item: Item, offer: Offer): HTMLElement {
  return element(
    'section',
    'panel no-guide',
    element('h2', '', 'No guide fits this error'),
    element('p', '', 'A wrong guide is worse than none, so here is what the text itself says.'),
    ...readOut(item, offer),
  );
}

/** What is known of an error, in plain words; names that are like its own; a request for its guide. */
export function readOut(item: Item, offer: Offer): HTMLElement[] {
  const { facts } = item;
  const { root, chain, own, packages } = facts;
  const message = root.message.trim();
  const rows: (readonly [string, ...(Node | string)[]] | false | undefined)[] = [
    ['What failed', element('code', '', root.type || 'An error without a name')],
    message !== '' && ['Message', element('code', 'said', shorten(message, 1000))],
    root.code !== undefined && ['Code', element('code', '', root.code)],
    own && ['In your code', element('code', '', placeOf(own))],
    chain.length > 1 && ['How it came about', ...chainOf(chain)],
    [
      'Read as',
      `${languageName(facts.language)}${facts.format === facts.language ? '' : ` (${facts.format})`}. ${framesOf(facts)}.`,
    ],
    packages.length > 0 && ['Libraries', packages.join(', ')],
    ['Where', `${timesOf(item)}.`],
  ];
  const list = element('dl', 'facts');
  for (const row of rows) {
    if (!row) continue;
    const [name, ...value] = row;
    list.append(element('div', '', element('dt', '', name), element('dd', '', ...value)));
  }
  const similar = element('div', 'similar');
  void offer.names(root.code ?? root.type).then((found) => similar.append(...similarNames(root, found)));
  return [list, similar, askForGuide(facts, offer)];
}

/** `A, caused by B, caused by C`: one row each. */
function chainOf(chain: Item['facts']['chain']): Node[] {
  const rows = chain.map((link) =>
    element('li', '', link.by !== undefined && `${link.by} `, element('code', '', headline(link))),
  );
  return [element('ol', 'chain', ...rows)];
}

/** Names that are near; for a name that is anybody's, such as `Error`, nothing is near. */
function similarNames({ type, code }: Item['facts']['root'], found: Result[]): Node[] {
  const isVague =
    code === undefined && (type === '' || /^(?:error|exception|fatal|panic|warning)/i.test(type));
  if (found.length === 0 || (isVague && isGeneric(type))) return [];
  const rows = found
    .slice(0, MOST_NAMES)
    .map(({ url, title, framework }) =>
      element('li', '', linkTo(url, title), ' ', element('span', 'kind-small', framework ?? '')),
    );
  return [
    element(
      'p',
      '',
      element('strong', '', 'Similar names'),
      ' with guides; none of them is about this error:',
    ),
    element('ul', '', ...rows),
  ];
}
