import type { Frame } from '../../types.ts';

// #0 /srv/a.php(12): App\A->f('x') · #1 [internal function]: f() · #2 {main}
const FRAME =
  /^\s*#(\d+) (?:(\S.{0,400}?)\((\d+)\)|\[internal function\]|\{main\}): ?(.{0,600})$|^\s*#(\d+) \{main\}/;

export type PhpFrame = Omit<Frame, 'at'> | 'main';

export function frameOf(text: string): PhpFrame | undefined {
  if (!text.includes('#')) return undefined;
  const match = FRAME.exec(text.slice(0, 1200));
  if (match === null) return undefined;
  if (match[5] !== undefined || text.includes('{main}')) return 'main';
  const call = (match[4] ?? '').replace(/\(.*$/, '').trim();
  const named = call === '' ? {} : { function: call };
  const file = match[2];
  return file === undefined
    ? { ...named, origin: 'runtime' }
    : { file, line: Number(match[3]), ...named, ...origin(file) };
}

/** Whose code a file is: a package's below `vendor`, or the program's. */
export function origin(file: string): Pick<Frame, 'origin' | 'package'> {
  const path = file.replaceAll('\\', '/');
  const name = /\/vendor\/((?!bin\/|composer\/)[^/]+\/[^/]+)\//.exec(path)?.[1];
  if (name !== undefined) return { origin: 'library', package: name };
  return path.includes('/vendor/') || path.startsWith('phar://') ? { origin: 'library' } : { origin: 'app' };
}
