import type { GuideEntry } from '../guide/astro-loader.ts';
import { bareNames } from '../search/names.ts';

/** A name of an error, and the guides that it leads to. */
export type ListedName = { name: string; guides: GuideEntry[] };

/** Every name and code of the guides, qualified and bare, each once, from A to Z. */
export function namesOf(guides: GuideEntry[]): ListedName[] {
  const found = new Map<string, GuideEntry[]>();
  for (const guide of guides)
    for (const name of bareNames([...guide.exceptions, ...guide.codes]))
      found.set(name, [...(found.get(name) ?? []), guide]);
  return [...found]
    .map(([name, guides]) => ({ name, guides }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }));
}
