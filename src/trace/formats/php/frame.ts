import { matchLocation } from '../../location.ts';

// #0 /srv/a.php(12): App\A->f('x') · #1 [internal function]: f()
const FRAMES = [
  /^\s*#\d+ (?:(?<file>\S.{0,400}?)\((?<line>\d+)\)|\[internal function\]): ?(?<name>[^(]{0,900})/,
];

export const parsePhpFrame = (text: string) => (text.includes('#') ? matchLocation(FRAMES, text) : undefined);

/** `#2 {main}` ends a stack. */
export const isMain = (text: string) => /^\s*#\d+ \{main\}/.test(text);
