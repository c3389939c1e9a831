import type { GuideEntry, SiteEntry } from '../guide/astro-loader.ts';
import type { SearchIndex } from '../search/types.ts';
import { compiledGuide } from './content.ts';
import { searchGuide } from './content-search-index.ts';

/** Gathers what the search knows without the text of guides. */
export async function searchIndex(site: SiteEntry, entries: GuideEntry[]): Promise<SearchIndex> {
  const guides = await Promise.all(
    entries.map(async (entry) => {
      const { questions } = await compiledGuide(entry);
      return searchGuide({
        facts: entry,
        framework: site.frameworks.find(({ id }) => id === entry.framework)!.name,
        indexed: site.index.guides.find(({ id }) => id === entry.id)!,
        titles: site.titles.find(({ id }) => id === entry.id)!,
        questions: questions.map(({ id, question }) => ({ id, question })),
      });
    }),
  );
  return { version: 1, guides };
}
