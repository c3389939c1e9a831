import type { GuideEntry, SiteEntry } from '../guide/entries.ts';
import type { SearchIndex } from '../search/types.ts';
import { searchGuide } from './content-search-index.ts';

/** Gathers what the search knows without the text of guides. */
export function searchIndex(site: SiteEntry, entries: GuideEntry[]): SearchIndex {
  const byId = <Item extends { id: string }>(items: Item[]) => new Map(items.map((item) => [item.id, item]));
  const [indexed, titled, named] = [byId(site.index.guides), byId(site.titles), byId(site.frameworks)];
  const guides = entries.map((entry) =>
    searchGuide({
      facts: entry,
      framework: named.get(entry.framework)!.name,
      indexed: indexed.get(entry.id)!,
      titles: titled.get(entry.id)!,
      questions: entry.questions,
    }),
  );
  return { version: 1, guides };
}
