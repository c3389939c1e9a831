import { join } from 'node:path';
import { checkMatches } from './check/check-matches.ts';
import { ContentFiles } from './content-files.ts';
import type { MatchIndex } from '../match/types.ts';
import type { GuideFacts } from './lazy-guide.ts';
import type { Problem } from './problems.ts';
import { readFramework, type FrameworkFolder } from './read-framework.ts';
import { guideReader, type FoundGuide, type GuideSettings } from './read-whole-guide.ts';
import type { Traced } from './records.ts';

/** The folder of a guide, and that of its framework. */
export type GuidePlace = { frameworkDir: string; dir: string };
/** A guide whose traces are to be matched. */
export type MatchPlace = GuidePlace & { facts: GuideFacts };

/** What is done for guides, one at a time, in this thread or another one. */
export type GuideWork = {
  read(place: GuidePlace): Promise<FoundGuide>;
  /** Takes the match index that `match` asks. */
  setIndex(index: MatchIndex): Promise<void>;
  /** What is wrong with where the traces of a guide lead. */
  match(place: MatchPlace): Promise<Problem[]>;
};

/** @param known frameworks that are read already */
export function guideWork(settings: GuideSettings, known: FrameworkFolder[] = []): GuideWork {
  const { contentDir } = settings;
  const folders = new Map(known.map((folder) => [folder.framework.dir, folder]));
  const read = guideReader(settings);
  let index: MatchIndex | undefined;

  function folderOf({ frameworkDir }: GuidePlace): FrameworkFolder {
    const folder = folders.get(frameworkDir) ?? readFramework(new ContentFiles(contentDir), frameworkDir);
    folders.set(frameworkDir, folder);
    return folder;
  }

  return {
    read: (place) => read(folderOf(place), place.dir),
    async setIndex(next) {
      index = next;
    },
    async match(place) {
      const { settings } = folderOf(place).framework;
      const files = new ContentFiles(contentDir);
      const environments = settings.environments.map(({ id }) => id);
      const causes = place.facts.causes.map(({ id }) =>
        readTraces(files, id, join(place.dir, id, 'recorded'), environments),
      );
      return checkMatches({ id: place.facts.id, causes }, index!, contentDir);
    },
  };
}

function readTraces(files: ContentFiles, id: string, dir: string, environments: string[]): Traced {
  const recorded = environments.map((environment) => {
    const folder = join(dir, environment);
    const trace = files.recordedText(join(folder, 'trace.txt'));
    return { environment, dir: folder, ...(trace !== undefined && { trace }) };
  });
  return { id, recorded };
}
