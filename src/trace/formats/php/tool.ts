import { patternTable } from '../../pattern-table.ts';

/** What PHP's tools say that is no exception. */
export const parseTool = patternTable([
  //   Your requirements could not be resolved to an installable set of packages.
  //
  //   Problem 1
  //     - Root composer.json requires php ^8.3 but your php version (8.1.2) does not satisfy that requirement.
  [
    /^(?<message>Your requirements could not be resolved to an installable set.*)$/,
    { messageLines: /^\s*(?:Problem \d+|- |$)/ },
  ],
  // SQLSTATE[42S22]: Column not found: 1054 Unknown column 'total' in 'field list', as a page shows it
  [/^(?<message>SQLSTATE\[[0-9A-Z]{5}\]:? \S.{3,2000})$/],
  // WordPress database error Table 'a' doesn't exist for query SELECT 1 made by b, c
  [/WordPress database error (?<message>.*?)(?: for query .*)?$/],
]);
