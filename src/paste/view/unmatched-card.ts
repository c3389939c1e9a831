import { box } from '../../locales/own/box.ts';
import { fill } from '../../locales/own/format.ts';
import { isGeneric } from '../../match/type-names.ts';
import { markLanguage } from '../../search/mark-language.ts';
import type { Result } from '../../search/search.ts';
import { languageName } from '../../trace/languages.ts';
import type { Item } from '../worker/group.ts';
import { element, linkTo, withNodes } from './element.ts';
import { framesOf, headline, placeOf, shorten, timesOf } from './format.ts';
import { guideRequestForm, type Offer, webSearchLink } from './guide-request-form.ts';
import { ownListing } from './own-listing.ts';

const MOST_NAMES = 3;

/** An error that no guide covers, read out, with what can be done. */
export function unmatchedCard(item: Item, offer: Offer): HTMLElement {
  return element(
    'section',
    'card unmatched',
    element('p', 'eyebrow', element('span', 'pill grey', box.noGuide), ` ${timesOf(item)}`),
    element('h2', '', element('code', '', shorten(headline(item.summary.root), 200))),
    element('p', '', box.noGuideText),
    ...readOut(item, offer),
  );
}

/** What is known of an error, in plain words; names that are like its own; a request for its guide. */
export function readOut(item: Item, offer: Offer): HTMLElement[] {
  const { root, chain, own, packages, language } = item.summary;
  const message = root.message.trim();
  const isLong = message.includes('\n') || message.length > 180;
  const rows: (readonly [string, ...(Node | string)[]] | false | undefined)[] = [
    own && [box.raisedIn, element('code', '', placeOf(own))],
    root.code !== undefined && [box.code, element('code', '', root.code)],
    isLong && [box.message, element('code', 'message', shorten(message, 1000))],
    chain.length > 1 && [box.chain, ...chainOf(chain)],
    [
      box.readAs,
      language === 'unknown'
        ? framesOf(item.summary)
        : fill(box.readAsLanguage, {
            language: languageName(language),
            frames: framesOf(item.summary),
          }),
    ],
    packages.length > 0 && [box.libraries, packages.join(', ')],
  ];
  const list = element('dl', 'facts');
  for (const row of rows) {
    if (!row) continue;
    const [name, ...value] = row;
    list.append(element('div', '', element('dt', '', name), element('dd', '', ...value)));
  }
  const similar = element('div', 'similar');
  void offer.names(root.code ?? root.type).then((found) => similar.append(...similarNames(root, found)));
  return [
    list,
    ...(item.rows && item.rows.length > 1 ? [ownListing(item.rows)] : []),
    similar,
    guideRequestForm(item.summary, offer),
    webSearchLink(item.summary),
  ];
}

/** `A, caused by B, caused by C`: one row each. */
function chainOf(chain: Item['summary']['chain']): Node[] {
  const rows = chain.map((link) =>
    element(
      'li',
      '',
      link.by !== undefined && `${box.relations[link.by]} `,
      element('code', '', headline(link)),
    ),
  );
  return [element('ol', 'chain', ...rows)];
}

/** Names that are near; for a name that anybody uses, such as `Error`, nothing is near. */
function similarNames({ type, code }: Item['summary']['root'], found: Result[]): Node[] {
  const isVague =
    code === undefined && (type === '' || /^(?:error|exception|fatal|panic|warning)/i.test(type));
  if (found.length === 0 || (isVague && isGeneric(type))) return [];
  const rows = found
    .slice(0, MOST_NAMES)
    .map(({ url, title, language, framework }) =>
      element(
        'li',
        '',
        markLanguage(linkTo(url, title), language),
        ' ',
        element('small', '', framework ?? ''),
      ),
    );
  return [
    element('p', '', ...withNodes(box.similar, { names: element('b', '', box.similarNames) })),
    element('ul', '', ...rows),
  ];
}
