import type { GuideEntry, SiteEntry } from '../guide/astro-loader.ts';
import type { SearchIndex } from '../search/types.ts';

/** Gathers what the search knows without the text of guides. */
export function searchIndex(site: SiteEntry, entries: GuideEntry[]): SearchIndex {
  const byId = <Item extends { id: string }>(items: Item[]) => new Map(items.map((item) => [item.id, item]));
  const [indexed, titled, named] = [byId(site.index.guides), byId(site.titles), byId(site.frameworks)];
  const guides = entries.map((entry) => {
    const { messages, causes } = indexed.get(entry.id)!;
    const titles = titled.get(entry.id)!;
    return {
      id: entry.id,
      title: entry.title,
      ...(titles.language !== undefined && { language: titles.language }),
      framework: named.get(entry.framework)!.name,
      summary: entry.summary,
      names: [...entry.exceptions, ...entry.codes],
      messages,
      causes: titles.causes.map((cause) => ({
        ...cause,
        signals: Object.values(causes[cause.id] ?? {}).flat(),
      })),
      questions: entry.questions,
    };
  });
  return { version: 1, guides };
}
