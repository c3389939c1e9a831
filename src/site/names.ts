import type { GuideEntry } from '../guide/entries.ts';
import { bareNames } from '../search/names.ts';
import { link } from './links.ts';

/** What the names of a guide are read from. */
type Named = Pick<GuideEntry, 'exceptions' | 'codes'>;

/** A name of an error, and the guides that it leads to. */
export type ListedName<Guide extends Named = GuideEntry> = { name: string; guides: Guide[] };

/** Every name and code of the guides, qualified and bare, each once, from A to Z. */
export function namesOf<Guide extends Named>(guides: Guide[]): ListedName<Guide>[] {
  const found = new Map<string, Set<Guide>>();
  for (const guide of guides) {
    for (const name of bareNames([...guide.exceptions, ...guide.codes])) {
      const known = found.get(name);
      if (known) known.add(guide);
      else found.set(name, new Set([guide]));
    }
  }
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  return [...found]
    .map(([name, guides]) => ({ name, guides: [...guides] }))
    .sort((a, b) => compare(a.name, b.name));
}

/** A name with the last part of its short address. */
export type ShortName<Guide extends Named = GuideEntry> = ListedName<Guide> & { slug: string };

/** What a file system or a host may not take as the name of a folder. */
const UNFIT = /[/\\?*:|"<>\0]|^\.+$|[. ]$/;

/** Names by their short address: lower case, so that names which differ in case share one. */
export function shortNames<Guide extends Named>(guides: Guide[]): ShortName<Guide>[] {
  const found = new Map<string, ShortName<Guide>>();
  for (const { name, guides: own } of namesOf(guides)) {
    const slug = name.toLowerCase();
    if (UNFIT.test(slug)) continue;
    const known = found.get(slug);
    if (!known) found.set(slug, { slug, name, guides: own });
    // Names that differ in case are few.
    else known.guides = [...new Set([...known.guides, ...own])];
  }
  return [...found.values()];
}

/** The short address of a name; where it cannot have one, a search for it. */
export function shortLink(name: string): string {
  const slug = name.toLowerCase();
  if (UNFIT.test(slug)) return link(`/search/?${new URLSearchParams({ q: name })}`);
  return link(`/e/${encodeURIComponent(slug)}/`);
}

/** The heading that a name stands under: its first letter, or `#`. */
export const letterOf = (name: string) => (/^[a-z]/i.test(name) ? name[0]!.toUpperCase() : '#');

/** The letters that names begin with, each with the number of the first page that has one. */
export function lettersOf(pages: { items: { name: string }[]; number: number }[]): Map<string, number> {
  const letters = new Map<string, number>();
  for (const { items, number } of pages)
    for (const { name } of items) {
      const letter = letterOf(name);
      if (!letters.has(letter)) letters.set(letter, number);
    }
  return letters;
}
