import type { GuideEntry, SiteEntry } from '../guide/entries.ts';
import type { CompiledGuide } from '../guide/compile.ts';

/** Where pages take all that they show from. */
export type SiteContent = {
  site(): Promise<SiteEntry>;
  /** By framework and title. */
  guides(): Promise<GuideEntry[]>;
  /** The compiled guide that a file of the cache holds. @throws DamagedCache */
  compiled(path: string): Promise<CompiledGuide>;
};

/** The name below which a built renderer finds its content among the globals of its thread. */
export const CONTENT = 'tracebook:content';

/** Gives the renderer of this thread its content. */
export function setContent(content: SiteContent): void {
  Object.assign(globalThis, { [CONTENT]: content });
}

/** The order in which lists show guides: by framework and title. @param locale of the site */
export function inListOrder(entries: GuideEntry[], locale: string): GuideEntry[] {
  const { compare } = new Intl.Collator(locale);
  return entries.toSorted((a, b) => compare(a.framework, b.framework) || compare(a.title, b.title));
}
