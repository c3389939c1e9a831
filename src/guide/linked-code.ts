import { codeOf, type ChangedFile } from './cause-files.ts';
import type { SourceFile } from './content-files.ts';

/** Paths of the files that a cause's section links to and does not show: those that stay, and locks that change. */
export type LinkedCode = Record<'unchanged' | 'locks', string[]>;

/** A text that a guide's page links to: the name of its page within the guide's, and what it holds. */
export type LinkedText = { name: string; text: string };

/** Locks that tools write; a change of them is not for reading. */
const LOCK =
  /(?:^|\/)(?:package-lock\.json|requirements\.txt|go\.sum|Cargo\.lock|composer\.lock|Gemfile\.lock)$/;

/** Whether a changed file is only linked to. */
export const isLinkedOnly = ({ path }: { path: string }): boolean => LOCK.test(path);

/** The name of the text with the files that every cause of a guide has. */
export const SHARED = 'shared';

/** The name of the text with some files of a cause. */
export const linkedName = (cause: string, code: keyof LinkedCode) => `${cause}.${code}`;

/**
 * Joins the files that a guide's page links to into texts: one for those that every cause has, and where there are
 * others, one or two for each cause.
 */
export function linkCode(causes: { id: string; changed: ChangedFile[]; unchanged: SourceFile[] }[]): {
  /** Paths of the files that every cause has. */
  shared: string[];
  /** In the order of the causes. */
  causes: LinkedCode[];
  texts: LinkedText[];
} {
  const common = sharedFiles(causes.map(({ unchanged }) => unchanged));
  const shared = common.map(({ path }) => path);
  const own = causes.map(({ id, changed, unchanged }) => ({
    id,
    files: {
      unchanged: unchanged.filter(({ path }) => !shared.includes(path)),
      locks: changed.filter(isLinkedOnly).map(({ path, fixed }) => fixed ?? { path, text: '' }),
    },
  }));
  const texts = own.flatMap(({ id, files }) =>
    (['unchanged', 'locks'] as const).map((code) => textOf(linkedName(id, code), files[code])),
  );
  const paths = (files: SourceFile[]) => files.map(({ path }) => path);
  return {
    shared,
    causes: own.map(({ files }) => ({ unchanged: paths(files.unchanged), locks: paths(files.locks) })),
    texts: [...texts, textOf(SHARED, common)].filter(({ text }) => text !== ''),
  };
}

/** Files that are the same in every cause, where there are several. */
function sharedFiles([first, ...others]: SourceFile[][]): SourceFile[] {
  if (!first || others.length === 0) return [];
  return first.filter((file) =>
    others.every((files) => files.some(({ path, text }) => path === file.path && text === file.text)),
  );
}

/** Files one after the other, each below its name. */
const textOf = (name: string, files: SourceFile[]): LinkedText => ({
  name,
  text: files.map((file) => `==> ${file.path} <==\n${codeOf(file)}\n`).join('\n'),
});
