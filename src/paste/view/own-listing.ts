import { box } from '../../locales/own/box.ts';
import { format } from '../../locales/own/format.ts';
import { listing } from '../../locales/own/listing.ts';
import type { Evidence } from '../../match/types.ts';
import { element } from './element.ts';
import { foldLabel } from './fold-label.ts';
import { lineParts } from './line-parts.ts';
import type { ListingRow } from './listing.ts';

/** The reader's own lines as a listing: what decided is tinted, with the reason beside it. */
export function ownListing(rows: ListingRow[], evidence: Evidence[] = []): HTMLElement {
  const list = element('ol', evidence.length > 0 ? 'listing notes-beside' : 'listing');
  for (const row of rows) {
    const own = evidence.filter(({ line }) => line === row.line);
    const item = element('li', row.fold ? '' : (row.kind ?? ''));
    item.dataset['line'] = String(row.line);
    item.append(
      row.fold
        ? folded(foldLabel(row.fold, listing, format), row.text)
        : codeOf(
            row.text,
            own.map(({ text }) => text),
          ),
    );
    if (own.length > 0) {
      item.append(element('div', 'note', element('p', '', reasonOf(own))));
    }
    list.append(item);
  }
  return list;
}

/** A line with its deciding words in `<mark>`. */
export function codeOf(text: string, templates: string[] = []): HTMLElement {
  const parts = lineParts(text, templates).map(({ text, look }) =>
    look === 'mark' ? element('mark', '', text) : look === 'soft' ? element('i', '', text) : text,
  );
  return element('code', '', ...parts);
}

function folded(label: string, text: string): HTMLElement {
  return element('details', '', element('summary', '', label), element('code', '', text));
}

function reasonOf(evidence: Evidence[]): string {
  const isSign = evidence.some(({ kind }) => kind === 'signal');
  const isGuide = evidence.some(({ kind }) => kind !== 'signal');
  if (isSign && isGuide) return box.namesBoth;
  return isSign ? box.signOfCause : box.namesError;
}
