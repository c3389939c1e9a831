import type { GuideEntry, SiteEntry } from '../guide/entries.ts';
import { languageName } from '../trace/languages.ts';
import { titleParts } from './titles.ts';

/** A framework as lists show it. */
export type FrameworkSummary = {
  id: string;
  name: string;
  /** As a trace names it: `javascript`. */
  language: string;
  /** As people write it: `JavaScript`. */
  languageName: string;
  guides: number;
  causes: number;
  /** Its guides' errors, the first few: the name where it tells the guide, else what the error says. */
  errors: string[];
};

const MOST_ERRORS = 3;

/** The frameworks that have guides, in the order of site entry. */
export function frameworkSummaries(site: SiteEntry, guides: GuideEntry[]): FrameworkSummary[] {
  const titles = new Map(guides.map(({ id, title }) => [id, titleParts(title)]));
  const named = Map.groupBy(titles.values(), ({ name }) => name);
  return site.frameworks.flatMap(({ id, name, language }) => {
    const own = guides.filter(({ framework }) => framework === id);
    if (own.length === 0) return [];
    const errors = own.map(({ id }) => {
      const { name, rest } = titles.get(id)!;
      // "panic" names nothing by itself.
      return name && /[A-Z]/.test(name) && named.get(name)!.length === 1 ? name : rest;
    });
    return {
      id,
      name,
      language,
      languageName: languageName(language),
      guides: own.length,
      causes: own.reduce((sum, { causes }) => sum + causes.length, 0),
      errors: errors.slice(0, MOST_ERRORS),
    };
  });
}
