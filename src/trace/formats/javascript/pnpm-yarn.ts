import { languages } from '../../languages.ts';
import type { Format } from '../../format.ts';
import type { Line } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';

/** What pnpm and both Yarns say of what they cannot do; that a script failed is the shell's to tell. */
export const pnpmYarn: Format = {
  id: 'pnpm-yarn',
  language: languages.javascript,
  triggers: ['ERR_PNPM_', 'error ', '➤ YN'],
  parse(lines, from) {
    return parsePnpm(lines, from) ?? (isYarn(lines, from) ? parseYarn(lines, from) : undefined);
  },
};

const parsePnpm = patternTable([
  [
    /^(?:ERROR +)?\[?(?<code>ERR_PNPM_(?:\w*RECURSIVE_RUN\w*|\w+_LIFECYCLE))\]? {1,2}(?<message>\S.*)$/,
    { refersTo: 'previous' },
  ],
  //  ERR_PNPM_NO_SCRIPT  Missing script: bild · [ERR_PNPM_NO_LOCKFILE] Cannot install with "frozen-lockfile"
  [/^(?:ERROR +)?\[?(?<code>ERR_PNPM_[A-Z0-9_]{2,80})\]? {1,2}(?<message>\S.*)$/],
  // ➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.
  [/^➤ (?<code>YN00(?:01|09|16|18|28|35|41|82)): [│└┌ ]*(?<message>.+)$/],
]);

// error Couldn't find any versions for "left-pad" that matches "^99.0.0"
const parseYarn = patternTable([[/^error (?!Command failed|during build)(?<message>\S.*)$/]]);

/** Yarn ends with where its manual is. */
const isYarn = (lines: Line[], from: number) =>
  lines
    .slice(from + 1, from + 12)
    .some(({ text }) => /^\s*info (?:Visit https:\/\/yarnpkg\.com|If you think this is a bug)/.test(text));
