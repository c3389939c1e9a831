import type { GuideEntry, SiteEntry } from '../guide/astro-loader.ts';
import { languageName } from '../trace/languages.ts';
import { lastSegment } from '../trace/last-segment.ts';

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
  /** Bare names and codes of its errors, the first few. */
  names: string[];
};

const MOST_NAMES = 3;

/** The frameworks that have guides, in the order of site entry. */
export function frameworkSummaries(site: SiteEntry, guides: GuideEntry[]): FrameworkSummary[] {
  return site.frameworks.flatMap(({ id, name, language }) => {
    const own = guides.filter(({ framework }) => framework === id);
    if (own.length === 0) return [];
    const names = own.flatMap(({ exceptions, codes }) => [...codes, ...exceptions.map(lastSegment)]);
    return {
      id,
      name,
      language,
      languageName: languageName(language),
      guides: own.length,
      causes: own.reduce((sum, { causes }) => sum + causes.length, 0),
      names: [...new Set(names)].slice(0, MOST_NAMES),
    };
  });
}
