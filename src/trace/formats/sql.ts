import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';

/** Errors of PostgreSQL and MySQL as their servers and their own clients print them. */
export const sql: Format = {
  id: 'sql',
  language: 'sql',
  hint: 'ERROR|FATAL: |PANIC: |error: |rror: |Msg |ORA-|error near|mysql',
  read(lines, from) {
    const text = (lines[from] as Line).text.slice(0, 4000);
    return readCoded(lines, from, text) ?? readClient(lines, from, text) ?? readPostgres(lines, from, text);
  },
};

const CODED: [RegExp, type: string][] = [
  // ERROR 1062 (23000) at line 1: Duplicate entry · ERROR 2002 (HY000): Can't connect
  [
    /^\s*(?:\w+: )?(?:Got error: |\[ERROR\] )?ERROR (?<code>\d{1,5}) \([0-9A-Z]{5}\)(?: at line \d+(?: in file: '[^']{1,200}')?)?: (?<message>.+)$/,
    'ERROR',
  ],
  // mysqldump: Got error: 1049: "Unknown database 'shop'" when selecting the database
  [/^\s*mysql\w*: (?<message>Got error: (?<code>\d{4}): .+)$/, 'error'],
  // 0 [ERROR] Can't start server · 1 [ERROR] [MY-012574] [InnoDB] Unable to lock ./ibdata1
  [/^(?:\d+ )?\[ERROR\] \[(?<code>MY-\d+)\] \[\w+\] (?<message>\S.*)$/, 'ERROR'],
  [/^\d+ \[ERROR\] (?<message>\S.*)$/, 'ERROR'],
  // ORA-00942: table or view does not exist
  [/^\s*(?<code>ORA-\d{5}): (?<message>\S.*)$/, 'error'],
  // Error: in prepare, no such table: a · Parse error near line 1: no such table: a
  [
    /^(?:Error: (?=in prepare, |stepping, |near line \d|no such (?:table|column): )|(?:Parse|Runtime) error near line \d+: )(?<message>.+)$/,
    'error',
  ],
];

/** What MySQL, Oracle, SQL Server and SQLite say in a line, most with a number of their own. */
function readCoded(lines: Line[], from: number, text: string): Reading | undefined {
  // Msg 208, Level 16, State 1, Server db1, Line 1
  const number = /^Msg (\d+), Level \d+, State \d+/.exec(text)?.[1];
  if (number !== undefined) {
    const message = lines[from + 1]?.text ?? '';
    return single(lines, from, from + 2, { ...SQL, type: 'error', message, code: number });
  }
  for (const [pattern, type] of CODED) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined)
      return single(lines, from, from + 1, {
        ...SQL,
        type,
        message: groups['message'] ?? '',
        code: groups['code'],
      });
  }
  return undefined;
}

const SQL = {};

// psql: error: connection to server at "localhost" failed: FATAL:  password authentication failed
function readClient(lines: Line[], from: number, text: string): Reading | undefined {
  const match =
    /^\s*(?:psql|pg_\w+|createdb|dropdb|initdb|vacuumdb|mysql\w*): (?:\[\w+\] )?error: (.+)$/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const next = detailEnd(lines, from + 1);
  const more = lines.slice(from + 1, next).map((line) => line.text);
  return single(lines, from, next, {
    ...SQL,
    type: 'error',
    message: [match[1], ...more].join('\n'),
  });
}

// ERROR:  relation "x" does not exist · psql:a.sql:3: ERROR:  42P01: relation … · 2024 UTC [1] user@db FATAL:  text
const POSTGRES =
  /^(?:psql:(?:(.{1,300}?):(\d+): )?)?(?:.{0,120}(?:\[\d+(?:-\d+)?\]|@\w+|\bclient=\S{0,60}):? ?(?:LOG: +)?)?\s*(ERROR|FATAL|PANIC): ( ?)(?:([0-9A-Z]{5}): )?(\S.*)$/;
const DETAILS = /^\s*(?:LINE \d+: |DETAIL: |HINT: |CONTEXT: |QUERY: |STATEMENT: |LOCATION: |WHERE: )/;

function readPostgres(lines: Line[], from: number, text: string): Reading | undefined {
  const match = POSTGRES.exec(text);
  if (match === null) return undefined;
  const [, file, fileLine, severity = '', space, code, message = ''] = match;
  // One blank after the colon is anybody's; the server writes two, or goes on below.
  const isServer =
    space === ' ' || DETAILS.test(lines[from + 1]?.text ?? '') || code !== undefined || file !== undefined;
  if (!isServer && !KNOWN.test(message)) return undefined;
  const { at } = lines[from] as Line;
  const frames = file === undefined ? [] : [ownFrame(at, file, fileLine)];
  return single(lines, from, detailEnd(lines, from + 1), {
    ...SQL,
    type: severity,
    message,
    code,
    frames,
  });
}

const KNOWN =
  /^(?:relation|column|function|type|schema|role|database|table|duplicate key value|null value in column|insert or update on table|syntax error at|permission denied for|password authentication failed|deadlock detected|canceling statement|current transaction is aborted|value too long|invalid input syntax|could not (?:serialize|connect|open)|sorry, too many clients|remaining connection slots|no pg_hba\.conf)\b/;

/** Details, the query and a caret under it belong to the error. */
function detailEnd(lines: Line[], from: number): number {
  let next = from;
  while (next < lines.length && next < from + 60) {
    const { text } = lines[next] as Line;
    if (DETAILS.test(text) || /^\s*\^$/.test(text) || (/^\t\S|^\s{2,}\S/.test(text) && next > from - 1))
      next++;
    else break;
  }
  return next;
}
