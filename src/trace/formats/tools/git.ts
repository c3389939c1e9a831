import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

/** Errors of git. */
export const git: Format = {
  id: 'git',
  language: languages.shell,
  triggers: ['fatal: ', 'error: ', 'CONFLICT (', '[remote rejected]'],
  lineStarts: {
    // CONFLICT (content): text · Automatic merge failed · error: failed to push · hint: text
    inside: [
      'fatal: [A-Z]',
      'CONFLICT \\([a-z]',
      'Automatic merge failed',
      'error: failed to push',
      'hint: [A-Z]',
    ],
  },
  logTriggers: ['CONFLICT ('],
  parse: patternTable([
    // CONFLICT (content): Merge conflict in src/cart.ts
    [
      /^CONFLICT \([\w/ ]{3,80}\): (?<message>\S.{2,900})$/,
      {
        linesBelow:
          /^(?:Automatic merge failed|Recorded preimage for |Auto-merging |error: could not apply |hint: )/,
      },
    ],
    // remote: error: GH006: Protected branch update failed for refs/heads/main.
    [
      /^remote: error: (?:(?<code>GH\d{3}): )?(?<message>\S.{2,900})$/,
      { linesBelow: /^remote: |^To \S|^ ?! \[remote rejected\]|^error: failed to push some refs/ },
    ],
    //  ! [remote rejected] main -> main (pre-receive hook declined)
    [
      /^! \[remote rejected\] \S{1,400} -> \S{1,400} \((?<message>.{2,400})\)$/,
      { linesBelow: /^error: failed to push some refs/ },
    ],

    // fatal: not a git repository
    [/^fatal: (?!\[[\w.-]+)(?<message>.{3,400})$/, { type: 'fatal' }],
    // error: failed to push some refs to 'a' · error: pathspec 'b' did not match any file(s) known to git
    [
      /^error: (?<message>(?:failed to push some refs to|pathspec '|src refspec|Your local changes to|could not apply) ?.{2,400})$/,
    ],
  ]),
};
