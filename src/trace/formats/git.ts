import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';

/** What git says of a merge that it cannot finish, and what its server refuses. */
export const git: Format = {
  id: 'git',
  language: 'shell',
  triggers: 'CONFLICT (|remote: error: |[remote rejected]',
  parse: patternTable([
    // CONFLICT (content): Merge conflict in src/cart.ts
    [
      /^CONFLICT \([\w/ ]{3,40}\): (?<message>\S.{2,600})$/,
      {
        linesBelow:
          /^(?:Automatic merge failed|Recorded preimage for |Auto-merging |error: could not apply |hint: )/,
      },
    ],
    // remote: error: GH006: Protected branch update failed for refs/heads/main.
    [
      /^remote: error: (?:(?<code>GH\d{3}): )?(?<message>\S.{2,600})$/,
      { linesBelow: /^remote: |^To \S|^ ?! \[remote rejected\]|^error: failed to push some refs/ },
    ],
    //  ! [remote rejected] main -> main (pre-receive hook declined)
    [
      /^! \[remote rejected\] \S{1,200} -> \S{1,200} \((?<message>.{2,200})\)$/,
      { linesBelow: /^error: failed to push some refs/ },
    ],
  ]),
};
