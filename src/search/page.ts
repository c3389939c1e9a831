import { otherSitesOf } from './others/other-site.ts';
import { siteSearch } from './search.ts';
import { connectSearch } from './view.ts';

/** The search page: the query stands in the address, so that a search can be linked. */
const root = document.querySelector<HTMLElement>('[data-search-page]')!;
const field = root.querySelector('input')!;
field.value = new URLSearchParams(location.search).get('q') ?? '';
const run = connectSearch(
  field,
  root.querySelector<HTMLElement>('.results')!,
  root.querySelector<HTMLElement>('.status')!,
  siteSearch(root.dataset['base']!, otherSitesOf(root)),
  root.dataset['base']!,
  (query) =>
    history.replaceState(null, '', query ? `?${new URLSearchParams({ q: query })}` : location.pathname),
);
root.hidden = false;
void run();
