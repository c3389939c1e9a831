import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hash } from './cache.ts';
import type { CompiledFacts } from './compile.ts';
import { ContentFiles } from './content-files.ts';
import {
  readGuide,
  readRecorded,
  type Cause,
  type Framework,
  type FrameworkCi,
  type Guide,
} from './content.ts';

/** What a build keeps of a guide in which nothing was wrong. */
type Kept = Pick<Guide, 'id' | 'frontmatter'> & {
  /** Hash of every byte of its folder and of its framework. */
  key: string;
  causes: Pick<Cause, 'id' | 'frontmatter'>[];
  compiled: CompiledFacts;
  /** Hash of the match index in which its traces led to it alone. */
  index: string;
};

/** Guides that were whole in an earlier build: read, compiled and checked, and not changed by a byte since. */
export type KeptGuides = {
  /** The guide of a folder; undefined when it must be read anew. */
  take(framework: Framework, ci: FrameworkCi, dir: string): Guide | undefined;
  /** What was compiled of a guide that was taken; undefined for one that was not. */
  compiledOf(id: string): CompiledFacts | undefined;
  /** The match index that a guide was checked with, as a hash. */
  indexOf(id: string): string | undefined;
  /** Keeps a guide in which nothing is wrong. */
  keep(guide: Guide, compiled: CompiledFacts, index: string): void;
};

/**
 * Makes the store of whole guides: a file each.
 * @param version changes with the code that reads, compiles and checks, and with the settings of the site that it uses
 */
export function keptGuides(dir: string, version: string): KeptGuides {
  const taken = new Map<string, Kept>();
  const keys = new Map<string, string>();
  const frameworkKeys = new Map<Framework, string>();
  const fileOf = (id: string) => join(dir, `${id}.json`);

  function keyOf(framework: Framework, ci: FrameworkCi, guideDir: string): string {
    let common = frameworkKeys.get(framework);
    if (common === undefined) {
      const { id, settings, environments, app } = framework;
      common = hash(JSON.stringify([version, id, settings, environments, app, ci.text]));
      frameworkKeys.set(framework, common);
    }
    return hashFolder(common, guideDir);
  }

  return {
    take(framework, ci, guideDir) {
      try {
        const id = `${framework.id}/${basename(guideDir)}`;
        const key = keyOf(framework, ci, guideDir);
        keys.set(id, key);
        const kept = JSON.parse(readFileSync(fileOf(id), 'utf8')) as Kept;
        const { path, bytes } = kept.compiled;
        if (kept.key !== key || statSync(path).size !== bytes) return undefined;
        taken.set(id, kept);
        return lazyGuide(kept, framework, ci, guideDir);
      } catch {
        // Missing, damaged, or a folder that only a reading can say something of.
        return undefined;
      }
    },
    compiledOf: (id) => taken.get(id)?.compiled,
    indexOf: (id) => taken.get(id)?.index,
    keep({ id, frontmatter, causes }, compiled, index) {
      const key = keys.get(id);
      const before = taken.get(id);
      if (key === undefined || (before?.key === key && before.index === index)) return;
      const own = causes.map((cause) => ({ id: cause.id, frontmatter: cause.frontmatter }));
      const kept: Kept = { id, key, frontmatter, causes: own, compiled, index };
      mkdirSync(dirname(fileOf(id)), { recursive: true });
      writeFileSync(`${fileOf(id)}.${process.pid}`, JSON.stringify(kept));
      renameSync(`${fileOf(id)}.${process.pid}`, fileOf(id));
    },
  };
}

/** A hash of every path and byte below a folder; links and what is no file make it one that nothing else has. */
function hashFolder(start: string, dir: string): string {
  const sum = createHash('sha256').update(start);
  const add = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      const own = path.slice(dir.length);
      if (entry.isDirectory()) {
        sum.update(`${own}/\0`);
        add(path);
      } else if (entry.isFile()) {
        const bytes = readFileSync(path);
        sum.update(`${own}\0${bytes.length}\0`).update(bytes);
      } else throw new Error(`${path} is no ordinary file.`);
    }
  };
  add(dir);
  return sum.digest('hex');
}

/** A guide of which only the facts are at hand: what else is asked for is read from its folder. */
function lazyGuide(
  { id, frontmatter, causes }: Kept,
  framework: Framework,
  ci: FrameworkCi,
  dir: string,
): Guide {
  const files = () => new ContentFiles(dirname(framework.dir));
  const read = () => readGuide(files(), framework, ci, dir)!;
  const cause = (own: Kept['causes'][number]): Cause => {
    const whole = () => read().causes.find((candidate) => candidate.id === own.id)!;
    return {
      ...own,
      dir: join(dir, own.id),
      lineOf: (path) => whole().lineOf(path),
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
        return readRecorded(files(), framework, join(dir, own.id, 'recorded'));
      },
    };
  };
  return {
    id,
    frontmatter,
    framework,
    dir,
    causes: causes.map(cause),
    invalidCauses: [],
    lineOf: (path) => read().lineOf(path),
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
