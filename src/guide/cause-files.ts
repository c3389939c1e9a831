import { diffArrays } from 'diff';
import type { SourceFile } from './content-files.ts';
import type { Cause, Guide } from './content.ts';
import { languageOf, type Block } from './highlight.ts';
import { composeSide } from './layers.ts';

/** A line of a diff: where it stands, counted from 0; `broken` alone is removed, `fixed` alone is added. */
export type DiffLine = { broken?: number; fixed?: number };

/** A file that differs between the sides; one of them is absent when the fix adds or removes the file. */
export type ChangedFile = { path: string; broken?: SourceFile; fixed?: SourceFile };

/** The files of a cause: those that its fix changes, and those that stay. */
export function causeFiles(guide: Guide, cause: Cause): { changed: ChangedFile[]; unchanged: SourceFile[] } {
  const [broken, fixed] = (['broken', 'fixed'] as const).map(
    (side) => new Map(composeSide(guide, cause, side).map((file) => [file.path, file])),
  ) as [Map<string, SourceFile>, Map<string, SourceFile>];
  const paths = [...new Set([...broken.keys(), ...fixed.keys()])].sort();
  const isChanged = (path: string) => broken.get(path) !== fixed.get(path);
  return {
    changed: paths.filter(isChanged).map((path) => {
      const [before, after] = [broken.get(path), fixed.get(path)];
      return { path, ...(before && { broken: before }), ...(after && { fixed: after }) };
    }),
    unchanged: paths.filter((path) => !isChanged(path)).map((path) => broken.get(path)!),
  };
}

/** The files that `<Code file>` may show in cause.mdx: `broken/…`, `fixed/…`, `app/…`, `test/…`. */
export function shownFiles(guide: Guide, cause: Cause): SourceFile[] {
  const named = (folder: string, files: SourceFile[]) =>
    files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  return [
    ...named('broken', composeSide(guide, cause, 'broken')),
    ...named('fixed', composeSide(guide, cause, 'fixed')),
    ...named('app', causeFiles(guide, cause).unchanged),
    ...named('test', cause.layers.test),
  ];
}

/** The lines of two files as a diff; a file that is absent has none. */
export function diffFiles(broken: SourceFile | undefined, fixed: SourceFile | undefined): DiffLine[] {
  const [before, after] = [broken, fixed].map((file) => (file ? codeOf(file).split('\n') : []));
  const rows: DiffLine[] = [];
  let [b, f] = [0, 0];
  for (const { count, added, removed } of diffArrays(before!, after!)) {
    for (let i = 0; i < count; i++) {
      rows.push({ ...(!added && { broken: b++ }), ...(!removed && { fixed: f++ }) });
    }
  }
  return rows;
}

/** A file as code to be highlighted. */
export function blockOf(file: SourceFile): Block {
  return { code: codeOf(file), lang: languageOf(file.path) };
}

/** A file's text without the newline at its end; bytes that are no text are only counted. */
export function codeOf({ text, encoding }: SourceFile): string {
  if (encoding) return `(${Buffer.from(text, encoding).length} bytes that are not UTF-8 text)`;
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}
