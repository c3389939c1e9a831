import { diskCache } from './cache.ts';
import { checkOwn } from './check/check-own.ts';
import { traceKeysOf } from './check/parsed-traces.ts';
import { compileGuide, compiledFacts, type CompiledFacts, type CompileOptions } from './compile.ts';
import { ContentFiles } from './content-files.ts';
import { readSnapshot } from './folder-snapshot.ts';
import { highlight } from './highlight.ts';
import { keptGuides, frameworkKeys, type KeptGuides } from './kept-guides.ts';
import { guideFacts, guideId, type GuideFacts } from './lazy-guide.ts';
import type { Problem } from './problems.ts';
import type { FrameworkFolder } from './read-framework.ts';
import { readGuide } from './read-guide.ts';

/** What all guides of a site are read with; plain data. */
export type GuideSettings = Omit<CompileOptions, 'highlight' | 'cached'> & {
  contentDir: string;
  /** Where compiled and whole guides are kept. */
  cacheDir: string;
  /** Of the code that compiles. */
  compiler: string;
  /** Of the code that reads, compiles and checks, and of the settings of the site that it uses. */
  version: string;
};

/** What was found in the folder of a guide. */
export type FoundGuide = {
  /** Absent when it cannot be read. */
  facts?: GuideFacts;
  /** Absent when something is wrong in its text. */
  compiled?: CompiledFacts;
  key?: string;
  traceKeys: string;
  /** In the order of the steps that found them: reading, compiling, checking what the guide says by itself. */
  problems: Record<'read' | 'compiled' | 'checked', Problem[]>;
};

/** Makes what reads, compiles and checks one guide after the other. */
export function guideReader(settings: GuideSettings) {
  const { contentDir, cacheDir, compiler, version } = settings;
  const kept = keptGuidesIn(cacheDir);
  const cached = diskCache(cacheDir, compiler);
  const options = { ...settings, highlight, cached };
  const commonOf = frameworkKeys(version);
  return (folder: FrameworkFolder, dir: string) =>
    readWhole(folder, dir, { contentDir, common: commonOf(folder), kept, options });
}

/** The store of whole guides in a folder of the cache. */
export function keptGuidesIn(cacheDir: string): KeptGuides {
  return keptGuides(`${cacheDir}/whole`);
}

type Means = { contentDir: string; common: string; kept: KeptGuides; options: CompileOptions };

async function readWhole(
  folder: FrameworkFolder,
  dir: string,
  { contentDir, common, kept, options }: Means,
): Promise<FoundGuide> {
  const snapshot = readSnapshot(dir);
  const id = guideId(folder.framework.id, dir);
  // Two guides may have the same bytes.
  const key = snapshot?.sum(`${common}${id}\0`);
  const before = key === undefined ? undefined : kept.take(id, key);
  if (before) {
    // The same bytes in files that look otherwise: the next build needs not compare them.
    kept.keep(before, common, snapshot!.look);
    return { ...before, problems: { read: [], compiled: [], checked: [] } };
  }
  const files = new ContentFiles(contentDir, snapshot);
  const guide = readGuide(files, folder.framework, folder.ci, dir);
  const read = files.problems;
  // Without its framework, a guide has no more to say than what is wrong in its files.
  if (!guide || !folder.isReadable) return { traceKeys: '', problems: { read, compiled: [], checked: [] } };
  const { entry, problems: compiled } = await compileGuide(guide, options, key);
  const facts = entry && compiledFacts(entry);
  const found = {
    facts: guideFacts(guide),
    ...(facts && { compiled: facts }),
    ...(key !== undefined && { key }),
    traceKeys: traceKeysOf(guide),
    problems: { read, compiled, checked: checkOwn(guide, facts, contentDir) },
  };
  const isWhole = Object.values(found.problems).every((problems) => problems.length === 0);
  if (isWhole && facts && snapshot)
    kept.keep({ ...found, compiled: facts, key: key! }, common, snapshot.look);
  return found;
}
