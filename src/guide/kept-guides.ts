import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hash, replaceFile } from './cache.ts';
import type { CompiledFacts } from './compile.ts';
import { isProof, looksTheSame, type FolderLook } from './folder-snapshot.ts';
import type { GuideFacts } from './lazy-guide.ts';
import type { FrameworkFolder } from './read-framework.ts';

/** A guide in which nothing was wrong that it can say by itself. */
export type WholeGuide = {
  facts: GuideFacts;
  /** Hash of every byte of its folder, of its framework and of the code that read it. */
  key: string;
  compiled: CompiledFacts;
  /** What its recorded traces are looked up by in the match index, a line each. */
  traceKeys: string;
};

type Kept = WholeGuide & {
  /** Of its framework, as `frameworkKeys` gives it. */
  common: string;
  /** Absent when it proves nothing. */
  look?: FolderLook;
};

/** Guides that were whole in an earlier build: read, compiled and checked. */
export type KeptGuides = {
  /** The guide of a folder that looks as it did; undefined when its bytes must be compared. */
  takeUnchanged(id: string, common: string, dir: string): WholeGuide | undefined;
  /** The guide whose bytes have this key; undefined when it must be read. */
  take(id: string, key: string): WholeGuide | undefined;
  /** Keeps a guide in which nothing is wrong. */
  keep(guide: WholeGuide, common: string, look: FolderLook): void;
};

/** Makes the store of whole guides: a file each. */
export function keptGuides(dir: string): KeptGuides {
  const fileOf = (id: string) => join(dir, `${id}.json`);

  /** @returns undefined when it is missing, damaged or other than what is asked for */
  function read(id: string, isWanted: (kept: Kept) => boolean): WholeGuide | undefined {
    try {
      const kept = JSON.parse(readFileSync(fileOf(id), 'utf8')) as Kept;
      const { facts, key, compiled, traceKeys } = kept;
      if (!isWanted(kept) || statSync(compiled.path).size !== compiled.bytes) return undefined;
      return { facts, key, compiled, traceKeys };
    } catch {
      return undefined;
    }
  }

  return {
    takeUnchanged: (id, common, folder) =>
      read(
        id,
        (kept) => kept.common === common && kept.look !== undefined && looksTheSame(folder, kept.look),
      ),
    take: (id, key) => read(id, (kept) => kept.key === key),
    keep(guide, common, look) {
      const kept: Kept = { ...guide, common, ...(isProof(look) && { look }) };
      replaceFile(fileOf(guide.facts.id), JSON.stringify(kept));
    },
  };
}

/**
 * Makes what names all that the guides of a framework share: a hash.
 * @param version changes with the code that reads, compiles and checks, and with the settings of the site that it uses
 */
export function frameworkKeys(version: string): (folder: FrameworkFolder) => string {
  const known = new WeakMap<FrameworkFolder, string>();
  return (folder) => {
    const { framework, ci } = folder;
    const { id, settings, environments, app } = framework;
    const key =
      known.get(folder) ?? hash(JSON.stringify([version, id, settings, environments, app, ci.text]));
    known.set(folder, key);
    return key;
  };
}
