import { basename, dirname, join } from 'node:path';
import { causeSchema } from './cause-schema.ts';
import { ContentFiles } from './content-files.ts';
import type { Cause, Guide, LineOf } from './content-types.ts';
import { causeHeadings, guideHeadings } from './page-sections.ts';
import type { FrameworkFolder } from './read-framework.ts';
import { readGuide, readRecorded } from './read-guide.ts';
import { guideSchema } from './schema.ts';

/** What is at hand of a guide without its texts and files; plain data. */
export type GuideFacts = Pick<Guide, 'id' | 'frontmatter' | 'invalidCauses'> & {
  causes: Pick<Cause, 'id' | 'frontmatter'>[];
};

/** The facts of a guide that was read. */
export function guideFacts({ id, frontmatter, invalidCauses, causes }: Guide): GuideFacts {
  const own = causes.map((cause) => ({ id: cause.id, frontmatter: cause.frontmatter }));
  return { id, frontmatter, invalidCauses, causes: own };
}

/** A guide of which only the facts are in memory: what else is asked for is read from its folder. */
export function lazyGuide(facts: GuideFacts, { framework, ci }: FrameworkFolder, dir: string): Guide {
  const files = () => new ContentFiles(dirname(framework.dir));
  const read = () => readGuide(files(), framework, ci, dir)!;
  const cause = (own: GuideFacts['causes'][number]): Cause => {
    const whole = () => read().causes.find(({ id }) => id === own.id)!;
    const folder = join(dir, own.id);
    return {
      ...own,
      dir: folder,
      lineOf: lazyLines(() => files().mdx(causeSchema, join(folder, 'cause.mdx'), causeHeadings)?.lineOf),
      get sections() {
        return whole().sections;
      },
      get layers() {
        return whole().layers;
      },
      get environmentLayers() {
        return whole().environmentLayers;
      },
      get recorded() {
        return readRecorded(files(), framework, join(folder, 'recorded'));
      },
    };
  };
  return {
    id: facts.id,
    frontmatter: facts.frontmatter,
    framework,
    dir,
    causes: facts.causes.map(cause),
    invalidCauses: facts.invalidCauses,
    lineOf: lazyLines(() => files().mdx(guideSchema, join(dir, 'guide.mdx'), guideHeadings)?.lineOf),
    get sections() {
      return read().sections;
    },
    get app() {
      return read().app;
    },
    get ci() {
      return read().ci;
    },
  };
}

/** The id of the guide in a folder. */
export function guideId(frameworkId: string, dir: string): string {
  return `${frameworkId}/${basename(dir)}`;
}

/** Lines of a file that is read when the first one is asked for; 1 when it is gone by then. */
function lazyLines(read: () => LineOf | undefined): LineOf {
  let lines: LineOf | undefined;
  return (path) => (lines ??= read() ?? (() => 1))(path);
}
