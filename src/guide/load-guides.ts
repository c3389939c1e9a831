import { join } from 'node:path';
import type { CheckTexts } from './check/check-content.ts';
import { withGuides, type Content, type Guide, type Outline } from './content.ts';
import type { GuidePool } from './guide-pool.ts';
import type { GuidePlace } from './guide-work.ts';
import { frameworkKeys } from './kept-guides.ts';
import { keptMatches } from './kept-matches.ts';
import { guideId, lazyGuide } from './lazy-guide.ts';
import { matchIndex } from './match-index.ts';
import type { Problem } from './problems.ts';
import type { FrameworkFolder } from './read-framework.ts';
import { keptGuidesIn, type FoundGuide, type GuideSettings } from './read-whole-guide.ts';

/** A guide's folder and what was found in it; `guide` is absent when it cannot be read. */
export type LoadedGuide = GuidePlace & { found: FoundGuide; guide?: Guide };

/**
 * Reads, compiles and checks the guides of a content, or takes them from an earlier build.
 * @param onDone takes how much of them is done: up to 1
 */
export async function loadGuides(
  outline: Outline,
  settings: GuideSettings,
  pool: GuidePool,
  onDone: (share: number) => void,
): Promise<{ content: Content; guides: LoadedGuide[] }> {
  const kept = keptGuidesIn(settings.cacheDir);
  const commonOf = frameworkKeys(settings.version);
  const places = outline.folders.flatMap((folder) =>
    folder.guideDirs.map((dir) => ({ folder, dir, frameworkDir: folder.framework.dir })),
  );
  const found = places.map(({ folder, dir }): FoundGuide | undefined => {
    const guide = kept.takeUnchanged(guideId(folder.framework.id, dir), commonOf(folder), dir);
    return guide && { ...guide, problems: { read: [], compiled: [], checked: [] } };
  });

  const language = (at: number) => places[at]!.folder.framework.settings.language;
  // A thread must learn each language that it meets.
  const rest = [...found.keys()]
    .filter((at) => !found[at])
    .sort((a, b) => (language(a) < language(b) ? -1 : Number(language(a) > language(b))));
  let done = places.length - rest.length;
  if (done > 0) onDone(done / places.length);
  const read = await pool.read(
    rest.map((at) => ({ dir: places[at]!.dir, frameworkDir: places[at]!.frameworkDir })),
    () => onDone(++done / places.length),
  );
  rest.forEach((at, i) => (found[at] = read[i]));

  const guides = places.map(({ folder, dir, frameworkDir }, at) =>
    loaded(folder, dir, frameworkDir, found[at]!),
  );
  const content = withGuides(
    outline,
    guides.flatMap(({ guide }) => guide ?? []),
  );
  return { content, guides };
}

function loaded(folder: FrameworkFolder, dir: string, frameworkDir: string, found: FoundGuide): LoadedGuide {
  return { dir, frameworkDir, found, ...(found.facts && { guide: lazyGuide(found.facts, folder, dir) }) };
}

/** Gives what checks of the guides' texts found; the traces of a guide are matched where that is not known yet. */
export async function checkLoaded(
  content: Content,
  guides: LoadedGuide[],
  cacheDir: string,
  pool: GuidePool,
): Promise<CheckTexts> {
  const index = matchIndex(content);
  const kept = keptMatches(join(cacheDir, 'matches.json'), index);
  const all = guides.flatMap(({ dir, frameworkDir, found: { facts, key, traceKeys, problems } }) =>
    facts ? [{ dir, frameworkDir, facts, key, traceKeys, own: problems.checked }] : [],
  );
  const rest = all.filter(({ facts, key, traceKeys }) => !key || !kept.isRight({ facts, key, traceKeys }));
  const found = await pool.match(
    rest.map(({ dir, frameworkDir, facts }) => ({ dir, frameworkDir, facts })),
    index,
  );
  const matches = new Map<string, Problem[]>(rest.map(({ facts }, i) => [facts.id, found[i]!]));
  const right = all.filter(({ facts, key }) => key && (matches.get(facts.id) ?? []).length === 0);
  kept.keep(Object.fromEntries(right.map(({ facts, key }) => [facts.id, key!])));
  const own = new Map(all.map((guide) => [guide.facts.id, guide.own]));
  return { own: ({ id }) => own.get(id) ?? [], matches: ({ id }) => matches.get(id) ?? [] };
}
