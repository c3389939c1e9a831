import type { GuideEntry, SiteEntry } from '../guide/astro-loader.ts';
import type { SearchIndex } from '../search/types.ts';
import { compiledGuide } from './content.ts';

/** Gathers what the search knows without the text of guides. */
export async function searchIndex(site: SiteEntry, entries: GuideEntry[]): Promise<SearchIndex> {
  const guides = await Promise.all(
    entries.map(async (entry) => {
      const { questions } = await compiledGuide(entry);
      const { messages, causes } = site.index.guides.find(({ id }) => id === entry.id)!;
      const titles = site.titles.find(({ id }) => id === entry.id)!;
      return {
        id: entry.id,
        title: entry.title,
        ...(titles.language !== undefined && { language: titles.language }),
        framework: site.frameworks.find(({ id }) => id === entry.framework)!.name,
        summary: entry.summary,
        names: [...entry.exceptions, ...entry.codes],
        messages,
        causes: titles.causes.map((cause) => ({
          ...cause,
          signals: Object.values(causes[cause.id] ?? {}).flat(),
        })),
        questions: questions.map(({ id, question }) => ({ id, question })),
      };
    }),
  );
  return { version: 1, guides };
}
