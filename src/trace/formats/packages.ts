import type { Format } from '../format.ts';
import type { Line } from '../line.ts';
import { said } from '../said.ts';

/** What pnpm and Yarn say of what they cannot do; that a script failed is the shell's to tell. */
export const packages: Format = {
  id: 'packages',
  language: 'javascript',
  hint: 'ERR_PNPM_|error ',
  read(lines, from) {
    return readPnpm(lines, from) ?? (isYarn(lines, from) ? readYarn(lines, from) : undefined);
  },
};

const readPnpm = said([
  [
    /^(?:ERROR +)?\[?(?<code>ERR_PNPM_(?:\w*RECURSIVE_RUN\w*|\w+_LIFECYCLE))\]? {1,2}(?<message>\S.*)$/,
    { reports: 'above' },
  ],
  //  ERR_PNPM_NO_SCRIPT  Missing script: bild · [ERR_PNPM_NO_LOCKFILE] Cannot install with "frozen-lockfile"
  [/^(?:ERROR +)?\[?(?<code>ERR_PNPM_[A-Z0-9_]{2,60})\]? {1,2}(?<message>\S.*)$/],
]);

// error Couldn't find any versions for "left-pad" that matches "^99.0.0"
const readYarn = said([[/^error (?!Command failed)(?<message>\S.*)$/]]);

/** Yarn ends with where its manual is. */
const isYarn = (lines: Line[], from: number) =>
  lines
    .slice(from + 1, from + 12)
    .some(({ text }) => /^\s*info (?:Visit https:\/\/yarnpkg\.com|If you think this is a bug)/.test(text));
