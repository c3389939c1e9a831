import type { Loader } from 'astro/loaders';
import { isInFolder, type Places } from '../files/places.ts';
import { hash } from './cache.ts';
import type { Content } from './content.ts';
import { guideEntriesOf, siteEntryOf } from './entries.ts';
import { loadContent, type Loaded } from './load-content.ts';
import { formatProblem, type Problem } from './problems.ts';

/**
 * The collection `guides`: one small entry a guide; a page reads the compiled guide from the file it names.
 * While `astro dev` runs, every change below content/ loads it again; a problem is printed, shown on the pages it
 * concerns, and the last good state stays.
 */
export function guidesLoader(reading: Reading): Loader {
  return folderLoader('guides', reading, (loaded) =>
    guideEntriesOf(loaded).map((data) => ({ id: data.id, data })),
  );
}

/** The collection `site`: one entry, `site`, with site.yaml, the frameworks, the match index and its titles. */
export function siteLoader(reading: Reading): Loader {
  return folderLoader('site', reading, (loaded) => [{ id: 'site', data: siteEntryOf(loaded) }]);
}

/**
 * The collection `problems`: one entry, `problems`, with what `check` finds wrong, for pages while `astro dev` runs; none in a build.
 * @param checkMore finds problems that only other parts of the project know of
 */
export function problemsLoader(reading: Reading, checkMore: (content: Content) => Problem[]): Loader {
  return folderLoader(
    'problems',
    reading,
    ({ content, problems }) => [{ id: 'problems', data: { list: [...problems, ...checkMore(content)] } }],
    { isForAuthors: true },
  );
}

type Entry = { id: string; data: Record<string, unknown> };

/** One reading of the content serves all collections; it is done again when a file has changed. */
export type Reading = { contentDir: string; load(): Promise<Loaded>; forget(): void };

/** A reading of the content that all collections of a site share. */
export function readOnce(places: Places): Reading {
  let loaded: Promise<Loaded> | undefined;
  return {
    contentDir: places.content,
    load: () => (loaded ??= loadContent(places)),
    forget: () => (loaded = undefined),
  };
}

/** Whether site.yaml cannot be read, and its last good state is there. */
function isSpoiled({ id }: Entry, { problems }: Loaded, before: ReadonlyMap<string, Entry>): boolean {
  return id === 'site' && before.has(id) && problems.some(({ file }) => file.endsWith('/site.yaml'));
}

/** @param isForAuthors whether a build has none of it, and nothing of it stays while the content has problems */
function folderLoader(
  name: string,
  reading: Reading,
  entries: (loaded: Loaded) => Entry[],
  { isForAuthors = false } = {},
): Loader {
  return {
    name: `tracebook-${name}`,
    async load({ store, watcher, logger }) {
      // A build gives its pages what it has loaded by itself.
      if (!watcher) return;
      const fill = (loaded: Loaded) => {
        const next = entries(loaded);
        const before = !isForAuthors && loaded.problems.length > 0 ? [...store.entries()] : [];
        store.clear();
        const all = new Map(before.map(([id, { data }]) => [id, { id, data } as Entry]));
        for (const entry of next) if (!isSpoiled(entry, loaded, all)) all.set(entry.id, entry);
        for (const entry of all.values()) store.set({ ...entry, digest: hash(JSON.stringify(entry.data)) });
      };
      const first = await reading.load();
      if (name === 'guides') first.problems.forEach((problem) => logger.error(formatProblem(problem)));
      fill(first);

      let timer: NodeJS.Timeout | undefined;
      watcher.add(reading.contentDir);
      watcher.on('all', (_event, path) => {
        if (!isInFolder(reading.contentDir, path)) return;
        reading.forget();
        clearTimeout(timer);
        timer = setTimeout(async () => {
          const loaded = await reading.load().catch((error: unknown) => logger.error(String(error)));
          if (!loaded) return;
          if (name === 'guides') loaded.problems.forEach((problem) => logger.error(formatProblem(problem)));
          fill(loaded);
        }, 50);
      });
    },
  };
}
