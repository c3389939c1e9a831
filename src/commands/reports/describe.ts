import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { appFrame } from '../../match/fingerprint.ts';
import type { Group } from '../../match/scan.ts';
import type { Hit } from '../../match/types.ts';
import type { GuideSource } from '../guide-source.ts';

const MAX_TITLE = 160;

/** An error in one line of at most 160 characters: `KeyError: 'total'`. */
export function titleOf({ trace }: Group): string {
  const root = trace.exceptions[trace.root];
  const message = root?.message.split('\n', 1)[0] ?? '';
  return shorten([root?.type || 'An error without a name', message].filter(Boolean).join(': '));
}

export function shorten(text: string): string {
  return text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1)}…` : text;
}

/** What a hit is called, and the remedy where its cause is known. */
export function describeHit(
  hit: Hit,
  { titles }: GuideSource,
): { guide: string; cause?: string; fix?: string } {
  const guide = titles.get(hit.guide);
  const cause = guide?.causes.find(({ id }) => id === hit.cause);
  return {
    guide: guide?.title ?? hit.guide,
    ...(cause ? { cause: cause.title, fix: cause.fix } : hit.cause !== null && { cause: hit.cause }),
  };
}

/** The program's own frame: `{ file: "/srv/shop/tasks.py", line: 12, function: "export" }`; line 1-based. */
export function placeOf({ trace }: Group): { file: string; line?: number; function?: string } | undefined {
  const frame = appFrame(trace);
  if (frame?.file === undefined) return undefined;
  return {
    file: frame.file,
    ...(frame.line !== undefined && { line: frame.line }),
    ...(frame.function !== undefined && { function: frame.function }),
  };
}

/** `/srv/shop/tasks.py:12`, or the file alone. */
export function placeText({ file, line }: { file: string; line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}

/**
 * The file of a checkout that a trace's path means: `/app/shop/tasks.py` → `shop/tasks.py`, where that is there. A trace
 * tells where the code ran, which is seldom where it is kept.
 * @returns the longest end of the path that is a file below the folder, with `/`; undefined when none is
 */
export function checkoutPath(path: string, folder: string): string | undefined {
  const plain = path.replace(/^file:\/\//, '').replaceAll('\\', '/');
  const parts = plain.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return undefined;
  const root = resolve(folder).split(sep).join('/');
  // A path below the folder means the file there, and no other of the same name.
  if (plain.startsWith(`${root}/`)) {
    const below = plain.slice(root.length + 1);
    return existsSync(join(folder, below)) ? below : undefined;
  }
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('/');
    if (existsSync(join(folder, end))) return end;
  }
  return undefined;
}
