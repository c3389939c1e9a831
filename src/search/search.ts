import { lastSegment } from '../trace/last-segment.ts';
import { searchNames, type Name } from './names.ts';
import { says } from './words.ts';

/** A guide that a search found. */
export type Result = { url: string; title: string; framework?: string; excerpt?: string; why?: string };

/** What Pagefind's own script offers of what is used here; its files are made when the site is built. */
type Pagefind = {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] } | null>;
};
type PagefindPage = { url: string; excerpt: string; content: string; meta: { title?: string } };

const most = 10;

/** A search over the names of errors and over the text of guides. */
export type Search = {
  /** By name only: needs nothing but the names, and sends nothing. */
  names(query: string): Promise<Result[]>;
  /** By name, then by text. */
  all(query: string): Promise<Result[]>;
};

/** @param base path that the site stands under, with `/` at both ends */
export function siteSearch(base: string): Search {
  let names: Promise<Name[]> | undefined;
  let pagefind: Promise<Pagefind> | undefined;

  const byName = async (query: string): Promise<Result[]> => {
    names ??= fetch(`${base}names.json`).then((response) => response.json() as Promise<Name[]>);
    // What failed once is tried again with the next query.
    const known = await names.catch((error: unknown) => {
      names = undefined;
      throw error;
    });
    return searchNames(known, query).map(({ guide, title, framework, name, how }) => ({
      url: `${base}guides/${guide}/`,
      title,
      framework,
      why: how === 'typo' ? `Did you mean ${name}?` : name,
    }));
  };

  const byText = async (query: string): Promise<Result[]> => {
    pagefind ??= loadPagefind(base);
    const engine = await pagefind.catch((error: unknown) => {
      pagefind = undefined;
      throw error;
    });
    for (const attempt of attempts(query)) {
      const results = (await engine.search(attempt))?.results.slice(0, most) ?? [];
      const pages = (await Promise.all(results.map((result) => result.data()))).filter(({ content }) =>
        says(content, attempt),
      );
      if (pages.length > 0) {
        return pages.map(({ url, excerpt, meta }) => ({ url, title: meta.title ?? url, excerpt }));
      }
    }
    return [];
  };

  return {
    names: byName,
    all: async (query) => {
      const [named, written] = await Promise.all([byName(query), byText(query)]);
      const exact = named.filter(({ why }) => !why?.startsWith('Did you mean'));
      const guesses = named.filter((result) => !exact.includes(result));
      const seen = new Set<string>();
      return [...exact, ...written, ...guesses]
        .filter(({ url }) => !seen.has(url) && seen.add(url))
        .slice(0, most);
    },
  };
}

/** Pagefind does not split a query: what to ask, in turn, until something is found. */
export function attempts(query: string): string[] {
  const bracketed = /\[([^\]]+)\]/.exec(query)?.[1];
  const last = query.includes(' ') ? undefined : lastSegment(query.trim());
  return [...new Set([query.trim(), bracketed, last].filter((text): text is string => Boolean(text)))];
}

async function loadPagefind(base: string): Promise<Pagefind> {
  const path = `${base}pagefind/pagefind.js`;
  const engine = (await import(/* @vite-ignore */ path)) as Pagefind;
  await engine.options({ baseUrl: base, excerptLength: 20 });
  return engine;
}
