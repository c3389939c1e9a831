import { languages } from '../languages.ts';
import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';

// Details, the query and a caret under it belong to the error.
const DETAILS =
  /^\s*(?:(?:LINE \d+|DETAIL|HINT|CONTEXT|QUERY|STATEMENT|LOCATION|WHERE): |\^$)|^(?:\t|\s{2,})\S/;

const POSTGRES_MESSAGES = [
  'relation',
  'column',
  'function',
  'type',
  'schema',
  'role',
  'database',
  'table',
  'duplicate key value',
  'null value in column',
  'insert or update on table',
  'syntax error at',
  'permission denied for',
  'password authentication failed',
  'deadlock detected',
  'canceling statement',
  'current transaction is aborted',
  'value too long',
  'invalid input syntax',
  'could not (?:serialize|connect|open)',
  'sorry, too many clients',
  'remaining connection slots',
  'no pg_hba\\.conf',
];

/** Errors of databases as their servers and their own clients print them. */
export const sql: Format = {
  id: 'sql',
  language: languages.sql,
  triggers: [
    'ERROR',
    'FATAL: ',
    'PANIC: ',
    'error: ',
    'rror: ',
    'Msg ',
    'ORA-',
    'error near',
    'mysql',
    'SQL Error',
    'Error Code: ',
    '[SQL Server]',
  ],
  lineStarts: {
    // ERROR:  relation … · DETAIL:  text · ERROR 1062 (23000) at line 1: text · LINE 1: SELECT
    inside: [
      '(?:ERROR|FATAL|PANIC|DETAIL|HINT|STATEMENT|CONTEXT): ',
      'ERROR \\d{4} \\([0-9A-Z]{5}\\)',
      'LINE \\d+: ',
    ],
  },
  logTriggers: ['SQLSTATE'],
  parse: patternTable([
    // ERROR 1062 (23000) at line 1: Duplicate entry · ERROR 2002 (HY000): Can't connect
    [
      /^(?:\w+: )?(?:Got error: |\[ERROR\] )?(?<type>ERROR) (?<code>\d{1,5}) \([0-9A-Z]{5}\)(?: at line \d+(?: in file: '[^']{1,400}')?)?: (?<message>.+)$/,
    ],
    // mysqldump: Got error: 1049: "Unknown database 'shop'" when selecting the database
    [/^mysql\w*: (?<message>Got error: (?<code>\d{4}): .+)$/],
    // 0 [ERROR] Can't start server · [ERROR] [MY-012574] [InnoDB] Unable to lock ./ibdata1
    // 150203 19:22:11 [ERROR] Aborting · [ERROR] InnoDB: Unable to lock ./ibdata1, of MySQL 5
    // Without a number or a time, words of MySQL alone: others write `[ERROR]` too.
    [
      /^(?:\d{6} {1,2}\d?\d:\d\d:\d\d +(?:\d+ )?|\d+ |(?=\[ERROR\] (?:\[MY-|InnoDB: |\S{0,400}mysqld: |Do you already have|Native table|Slave (?:S|I)|Can't start server)))\[(?<type>ERROR)\] (?:\[(?<code>MY-\d+)\] \[\w+\] )?(?<message>\S.*)$/,
    ],
    // 150203 19:22:11 InnoDB: Error: unable to open ibdata1
    [
      /^(?:\d{6} {1,2}\d?\d:\d\d:\d\d +)?(?:[0-9a-f]{1,16} )?InnoDB: (?:Fatal )?(?<type>[Ee]rror): (?<message>\S.*)$/,
    ],
    // SQL Error (1064): text · SQL Error [1064] [42000]: text · Error Code: 1064. text, of graphical clients
    [/^(?:\/\* )?SQL Error [([](?<code>\d{1,5})[)\]](?: \[\w+\])?: (?<message>\S.*?)(?: \*\/)?$/],
    [/^(?:.{0,80}\t)?Error Code: (?<code>[123]\d{3})\. (?<message>[A-Z].*?)(?:\s+\d+\.\d+ sec)?$/],
    // ORA-00942: table or view does not exist · [Oracle][ODBC][Ora]ORA-00904: "COLL": invalid identifier
    [/^(?:[^[]{0,400}(?:\[[\w .-]{1,80}\]){2,3})?(?<code>ORA-\d{5}): (?<message>\S.*)$/],
    // [Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Invalid object name 'cart'.
    [
      /^(?!.*(?:Error|Exception)\b.{0,4}[:(]).{0,400}?\[(?:Microsoft|\w*ODBC[\w .-]*)\](?:\[[\w .-]{1,80}\]){0,2}\[SQL Server\](?<message>[A-Z].*)$/,
    ],
    // Error: in prepare, no such table: a · Parse error near line 1: no such table: a
    [
      /^(?:Error: (?=in prepare, |stepping, |near line \d|no such (?:table|column): )|(?:Parse|Runtime) error near line \d+: )(?<message>.+)$/,
    ],
    // Msg 208, Level 16, State 1, Server db1, Line 1
    // Invalid object name 'cart'.
    [/^Msg (?<code>\d+), Level \d+, State \d.*\n(?<message>.*)$/, { lineCount: 2 }],
    // psql: error: connection to server at "localhost" failed: FATAL:  password authentication failed
    [
      /^(?:psql|pg_\w+|createdb|dropdb|initdb|vacuumdb|mysql\w*): (?:\[\w+\] )?error: (?<message>.+)$/,
      { messageLines: DETAILS },
    ],
    // ERROR:  relation "x" does not exist · psql:a.sql:3: ERROR:  42P01: relation … · 2024 UTC [1] user@db FATAL:  text
    // One blank after the colon is anybody's; the server writes two, or what is known.
    [
      new RegExp(
        `^(?=.*(?:ERROR|FATAL|PANIC): )(?:psql:(?:(?<file>.{1,400}?):(?<line>\\d+): )?)?(?:.{0,400}(?:\\[\\d+(?:-\\d+)?\\]|@\\w+|\\bclient=\\S{0,80}):? ?(?:LOG: +)?)?(?<type>ERROR|FATAL|PANIC): (?: |(?=[0-9A-Z]{5}: |(?:${POSTGRES_MESSAGES.join('|')})\\b))(?:(?<code>[0-9A-Z]{5}): )?(?<message>\\S.*)$`,
      ),
      { linesBelow: DETAILS },
    ],
  ]),
};
