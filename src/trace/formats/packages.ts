import { type Format, single } from '../format.ts';
import type { Line } from '../line.ts';

/** What pnpm and Yarn say of what they cannot do; that a script failed is the shell's to tell. */
export const packages: Format = {
  id: 'packages',
  language: 'javascript',
  hint: 'ERR_PNPM_|error ',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 2000);
    //  ERR_PNPM_NO_SCRIPT  Missing script: bild · [ERR_PNPM_NO_LOCKFILE] Cannot install with "frozen-lockfile"
    const pnpm = /^\s*(?:ERROR +)?\[?(ERR_PNPM_[A-Z0-9_]{2,60})\]? {1,2}(\S.*)$/.exec(text);
    // error Couldn't find any versions for "left-pad" that matches "^99.0.0"
    const yarn = /^\s*error (?!Command failed)(\S.*)$/.exec(text);
    const message = pnpm?.[2] ?? (yarn !== null && isYarn(lines, from) ? yarn[1] : undefined);
    if (message === undefined) return undefined;
    const found = single(lines, from, from + 1, {
      type: 'error',
      message,
      code: pnpm?.[1],
    });
    return /RECURSIVE_RUN|_LIFECYCLE$/.test(pnpm?.[1] ?? '') ? { ...found, reports: 'above' } : found;
  },
};

/** Yarn ends with where its manual is. */
const isYarn = (lines: Line[], from: number) =>
  lines
    .slice(from + 1, from + 12)
    .some(({ text }) => /^\s*info (?:Visit https:\/\/yarnpkg\.com|If you think this is a bug)/.test(text));
