import { fill } from '../locales/own/format.ts';
import { search as texts } from '../locales/own/search.ts';
import { lastSegment } from '../trace/last-segment.ts';
import { mayBeMeant } from './message-match.ts';
import { type OtherSite, siteReader } from './others/other-site.ts';
import { readNames } from './others/read-names.ts';
import { rank, splitGuesses } from './rank.ts';
import { containsQueryWords, wordsOf } from './text-match.ts';
import type { SearchGuide, SearchHit, SearchIndex } from './types.ts';

/** A place that a search found. */
export type Result = {
  url: string;
  title: string;
  /** Of title, label and excerpt, where it is not the page's. */
  language?: string;
  framework?: string;
  label?: string;
  excerpt?: string;
  why?: string;
  /** Name of the other site that it is on. */
  site?: string;
};

/** Pagefind, and how many indexes it searches. */
type Pagefind = { engine: Engine; shards: number };
/** What Pagefind's own script offers of what is used here; its files are made when the site is built. */
type Engine = {
  options(options: PagefindOptions): Promise<void>;
  /** Adds an index that is searched with the first one. */
  mergeIndex(path: string, options: PagefindOptions): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] } | null>;
};
type PagefindOptions = { baseUrl: string; excerptLength: number };
type PagefindPart = { url: string; title: string; excerpt: string };
type PagefindPage = PagefindPart & { content: string; meta: { title?: string }; sub_results: PagefindPart[] };

const MOST = 10;
/** Batches of `MOST` pages that are fetched, one after the other, until enough of them fit. */
const MOST_BATCHES = 4;

/** A search over what guides are called and say of themselves, and over their text. */
export type Search = {
  /** Without the text: needs nothing but the index, and sends nothing. */
  names(query: string): Promise<Result[]>;
  /** By names, codes, messages and signs, then by text. */
  all(query: string): Promise<Result[]>;
  /** A few names to try. */
  examples(): Promise<string[]>;
  /** By names, codes, messages and signs on each other site; nothing where one cannot be asked. */
  others(query: string): Promise<Result[]>[];
};

/**
 * @param base path that the site stands under, with `/` at both ends, or its address
 * @param others sites whose names are loaded with the first search
 */
export function siteSearch(base: string, others: OtherSite[] = []): Search {
  const elsewhere = others.map((site) => siteNames(site));
  const guides = loadOnce(async () => {
    const response = await fetch(`${base}names.json`);
    return ((await response.json()) as SearchIndex).guides;
  });
  const pagefind = loadOnce(() => loadPagefind(base));
  const known = async (query: string) => rank(await guides(), query);

  return {
    names: async (query) => (await known(query)).map((hit) => resultOf(hit, base)),
    all: async (query) => {
      const text = guides().then((list) => textResults(query, pagefind, list));
      const [hits, written] = await Promise.all([known(query), text.catch(() => undefined)]);
      // Offline the text may be missing: names that fit are an answer, none is not.
      if (!written && hits.length === 0) throw new Error('The text cannot be searched. Try again.');
      const { exact, guesses } = splitGuesses(hits);
      const results = [
        ...exact.map((hit) => resultOf(hit, base)),
        ...(written ?? []),
        ...guesses.map((hit) => resultOf(hit, base)),
      ];
      // A guide comes once: at the place that fits best.
      const seen = new Set<string>();
      const page = (url: string) => url.split('#')[0]!;
      return results.filter(({ url }) => !seen.has(page(url)) && seen.add(page(url))).slice(0, MOST);
    },
    examples: async () => examplesOf(await guides()),
    others: (query) => elsewhere.map((results) => results(query)),
  };
}

const MOST_ELSEWHERE = 5;

/** The search over the names of another site. */
function siteNames(site: OtherSite): (query: string) => Promise<Result[]> {
  // Asked once: a site that is dead does not hold up the next search too.
  let loading: Promise<SearchGuide[]> | undefined;
  return async (query) => {
    loading ??= siteReader(site)('names.json').then(readNames, () => []);
    const hits = rank(await loading, query).slice(0, MOST_ELSEWHERE);
    return hits.map((hit) => ({ ...resultOf(hit, site.url), site: site.name }));
  };
}

function resultOf(
  { guide, anchor, title, language, framework, label, why, isGuess }: SearchHit,
  base: string,
): Result {
  return {
    url: `${base}guides/${guide}/${anchor ? `#${anchor}` : ''}`,
    title,
    framework,
    ...(language && { language }),
    ...(label && { label }),
    why: isGuess ? fill(texts.didYouMean, { name: why }) : why.replaceAll('**', ''),
  };
}

async function textResults(
  query: string,
  pagefind: () => Promise<Pagefind>,
  guides: SearchGuide[],
): Promise<Result[]> {
  const { engine, shards } = await pagefind();
  for (const attempt of attempts(query)) {
    // A shard that does not know a word answers with another one, and its pages come among the right ones.
    const found =
      (await engine.search(attempt))?.results.slice(0, MOST * Math.min(shards, MOST_BATCHES)) ?? [];
    const pages: PagefindPage[] = [];
    while (found.length > 0 && pages.length < MOST) {
      const read = await Promise.all(found.splice(0, MOST).map((result) => result.data()));
      pages.push(
        ...read.filter(
          ({ content }) =>
            containsQueryWords(content, attempt) && mayBeMeant(attempt.toLowerCase(), [wordsOf(content)]),
        ),
      );
    }
    if (pages.length === 0) continue;
    return pages.map(({ url, excerpt, meta, sub_results: parts }) => {
      const part = parts.find(({ url: place }) => place.includes('#'));
      const { framework, language } = guides.find(({ id }) => url.endsWith(`/guides/${id}/`)) ?? {};
      const page = {
        title: meta.title ?? url,
        ...(language && { language }),
        ...(framework && { framework }),
      };
      return part
        ? { ...page, url: part.url, label: part.title, excerpt: part.excerpt }
        : { ...page, url, excerpt };
    });
  }
  return [];
}

/** Pagefind does not split a query: what to ask, in turn, until something is found. */
export function attempts(query: string): string[] {
  const bracketed = /\[([^\]]+)\]/.exec(query)?.[1];
  const last = query.includes(' ') ? undefined : lastSegment(query.trim());
  return [...new Set([query.trim(), bracketed, last].filter((text): text is string => Boolean(text)))];
}

const MOST_EXAMPLES = 4;

/** One name each of guides of different frameworks. */
function examplesOf(guides: SearchGuide[]): string[] {
  const frameworks = new Set<string>();
  const names = guides.flatMap(({ framework, names }) => {
    if (frameworks.has(framework)) return [];
    frameworks.add(framework);
    return names[0] ? lastSegment(names[0]) : [];
  });
  return [...new Set(names)].slice(0, MOST_EXAMPLES);
}

/** What failed once is tried again the next time. */
function loadOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

async function loadPagefind(base: string): Promise<Pagefind> {
  const path = `${base}pagefind/`;
  const [engine, { shards }] = await Promise.all([
    import(/* @vite-ignore */ `${path}pagefind.js`) as Promise<Engine>,
    fetch(`${path}shards.json`).then((response) => response.json() as Promise<{ shards: number }>),
  ]);
  const options = { baseUrl: base, excerptLength: 20 };
  await engine.options(options);
  const others = Array.from({ length: shards - 1 }, (_, i) => `${path}${i + 1}/`);
  await Promise.all(others.map((other) => engine.mergeIndex(other, options)));
  return { engine, shards };
}
