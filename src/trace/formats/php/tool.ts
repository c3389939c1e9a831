import { patternTable } from '../../pattern-table.ts';

/** What PHP's tools say that is no exception. */
export const parseTool = patternTable([
  // request.CRITICAL: exception 'Acme\StockException' with message 'No stock'
  [
    /^(?:\w{1,80}\.[A-Z]{4,9}: )?(?:Uncaught )?[Ee]xception '(?<type>[\w\\]{1,400})' with message '(?<message>.{1,4000})'(?: in \S{1,400})?$/,
  ],
  // Type error: Too few arguments to function Basket::add(), 1 passed in /srv/a.php on line 64 and exactly 2 expected
  [
    /^Type error: (?<message>(?:Too few arguments|Argument \d+ passed|Return value of) .{1,4000})$/,
    { type: 'TypeError' },
  ],
  //   Your requirements could not be resolved to an installable set of packages.
  //
  //   Problem 1
  //     - Root composer.json requires php ^8.3 but your php version (8.1.2) does not satisfy that requirement.
  [
    /^(?<message>Your requirements could not be resolved to an installable set.*)$/,
    { messageLines: /^\s*(?:Problem \d+|- |$)/ },
  ],
  // SQLSTATE[42S22]: Column not found: 1054 Unknown column 'total' in 'field list', as a page shows it
  [/^(?<message>SQLSTATE\[[0-9A-Z]{5}\]:? \S.{3,4000})$/],
  // WordPress database error Table 'a' doesn't exist for query SELECT 1 made by b, c
  [/WordPress database error (?<message>.*?)(?: for query .*)?$/],
]);
