import { readFileSync } from 'node:fs';
import { guideKeys } from '../match/bucket-keys.ts';
import { lookupWords } from '../match/compile.ts';
import type { MatchIndex } from '../match/types.ts';
import { replaceFile } from './cache.ts';
import type { WholeGuide } from './kept-guides.ts';

/** Says of which guides it is known that their traces lead to them, and to no other guide of an index. */
export type KeptMatches = {
  /** Whether the traces of a guide need not be matched again. */
  isRight(guide: Pick<WholeGuide, 'facts' | 'key' | 'traceKeys'>): boolean;
  /** Keeps the guides that are right: their keys by id. */
  keep(keys: Record<string, string>): void;
};

/** What is in the file: an index, and the keys of the guides that were right with it, by id. */
type Stored = { index: MatchIndex; keys: Record<string, string> };

/**
 * Reads what is kept in a file. A guide stays right while it is as it was, and nothing that its traces are looked up by
 * leads to a guide of the index that has changed, came or went.
 */
export function keptMatches(file: string, index: MatchIndex): KeptMatches {
  const before = readStored(file);
  const changed = before && changedKeys(before.index, index);
  return {
    isRight: ({ facts, key, traceKeys }) =>
      changed !== undefined &&
      before?.keys[facts.id] === key &&
      (changed.size === 0 || traceKeys.split('\n').every((traceKey) => !changed.has(traceKey))),
    keep(keys) {
      const text = JSON.stringify({ index, keys } satisfies Stored);
      if (before && text === JSON.stringify(before)) return;
      replaceFile(file, text);
    },
  };
}

/** @returns undefined when the file is missing, damaged or of another version */
function readStored(file: string): Stored | undefined {
  try {
    const { index, keys } = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    const isStored =
      Array.isArray(index.frameworks) && Array.isArray(index.guides) && typeof keys === 'object';
    return isStored ? { index, keys } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The keys that led or lead to guides that differ between two indexes. A guide may be looked up by another word though it
 * is the same, since the rarest word of its message is.
 * @returns undefined when any guide may be found otherwise
 */
function changedKeys(before: MatchIndex, after: MatchIndex): Set<string> | undefined {
  if (JSON.stringify(before.frameworks) !== JSON.stringify(after.frameworks)) return undefined;
  if (JSON.stringify(before.guides) === JSON.stringify(after.guides)) return new Set();
  const [old, today] = [entriesOf(before), entriesOf(after)];
  const ids = new Set([...old.keys(), ...today.keys()]);
  const changed = [...ids].filter((id) => old.get(id)?.text !== today.get(id)?.text);
  return new Set(changed.flatMap((id) => [...(old.get(id)?.keys ?? []), ...(today.get(id)?.keys ?? [])]));
}

/** All that decides where a guide of an index is found, and by which keys. */
function entriesOf(index: MatchIndex): Map<string, { text: string; keys: string[] }> {
  const frameworks = new Map(index.frameworks.map((framework) => [framework.id, framework]));
  return new Map(
    lookupWords(index).map(({ guide, words }) => {
      const keys = guideKeys(guide, frameworks.get(guide.id.split('/', 1)[0]!), words);
      return [guide.id, { text: JSON.stringify([guide, words]), keys }];
    }),
  );
}
