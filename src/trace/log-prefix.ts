// What log collectors put on the front of a line, one pattern a kind. All are anchored; a blank behind them is theirs,
// more blanks are the line's own indentation.
const ZONE = '(?: ?(?:(?:Z|UTC|MSK|[A-Z]{2,3}T)\\b|[+-]\\d\\d:?\\d\\d))?';
const CLOCK = '\\d\\d?:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?';
const YEAR_FIRST = '\\d{4}[-/.]\\d\\d[-/.]\\d\\d';
const MONTH = '\\p{Lu}\\p{Ll}{1,4}\\.?';
// Feb  4 · Sun Feb 04
const MONTH_DAY = `(?:${MONTH} ){1,2}[ \\d]?\\d `;
// Tue 2026-02-03T · 2024/02/04 · 04-Feb-2024 · Feb  4
const DAY = `(?:(?:${MONTH} )?${YEAR_FIRST}[T _] ?|\\d\\d[-/ ]${MONTH}[-/ ]\\d{4}[ :]|${MONTH_DAY})`;

const STAMPS = [
  // [Nest] 6445  - 05/24/2022, 12:50:27 PM   ERROR [ExceptionHandler] text
  `\\[Nest\\] \\d+ +- \\d\\d?[/.]\\d\\d?[/.]\\d{4},? ${CLOCK}(?: [AP]M)? +(?:LOG|ERROR|WARN|DEBUG|VERBOSE|FATAL) (?:\\[\\w+\\] )?`,
  // [09:41:07]W:<tab> [Step 2/3] text
  `\\[${CLOCK}\\] ?\\w?: ?\\t ?(?:\\[Step \\d+/\\d+\\] ?)?`,
  // [2026-04-10 14:32:01,234: ERROR/ForkPoolWorker-67] text · [2026-02-03T09:41:07Z ERROR shop::cart] text
  `\\[${DAY}${CLOCK}${ZONE}(?:: [A-Z]+/| +[A-Z]{4,5} )[\\w.:-]{1,60}\\] ?`,
  // Dez 28 06:43:00 host unit[12]: text
  `${MONTH_DAY}${CLOCK} [\\w.-]{1,60} [\\w./@:-]{1,60}(?:\\[\\d+\\])?: ?`,
  // 2020-03-26T11:58:14.0965871Z text · [04-Feb-2024 19:22:11 UTC] text · [Sun Feb 04 19:22:11.123456 2024] text ·
  // Feb 3 09:41:07 AM  text · 09:41:07.218TypeError: text · Tue 2026-02-03 09:41:07 UTC text · [00:42:43] text · 10:42:43 PM: text
  `\\[?${DAY}?${CLOCK}(?: [AP]M ?|${ZONE})(?: \\d{4}\\])?\\]?:?(?:(?![\\w.])[ \\t]?|Z?(?=Traceback |Caused by: |(?:\\w{1,80}\\.){0,8}[A-Z]\\w{0,80}(?:Error|Exception)\\b))`,
  // <11>1 2026-02-03T09:41:07.1Z host app 4242 - - text · <11>Feb  3 09:41:07 host app: text
  `<\\d{1,3}>(?:1 (?=\\d{4}-))?(?=\\d|\\p{Lu})`,
  // 02-04 19:22:11.123  1234  1250 E AndroidRuntime: text
  `\\d\\d-\\d\\d ${CLOCK}[ \\t]+\\d+[ \\t]+\\d+[ \\t]+[VDIWEFA][ \\t]+[\\w.$/-]{1,60} *: ?`,
  // E/AndroidRuntime( 1234): text
  `[VDIWEFA]/[\\w.$-]{1,60} ?\\( *\\d+\\): ?`,
  // E0204 19:22:11.123456       1 file.go:123] text
  `(?:[EF]|[IW](?!.{0,400}\\serr="))\\d{4} ${CLOCK} +\\d+ [\\w.-]+:\\d+\\] ?`,
  // [   28s] text · [   12.345678] text
  `\\[ *\\d+(?:\\.\\d+)?s?\\](?: |$)`,
  // 1770111667123<tab>text
  `1\\d{12}\\t`,
  // #12 1.234 text · 1.234 text
  `(?:#\\d+ )?\\d+\\.\\d{3}(?: |$)`,
  // F, [2026-02-03T09:41:07.120345 #4242] FATAL -- : text; where `message (Type)` stands behind it, it is an error's head
  `[DIWEF], \\[${DAY}${CLOCK} #\\d+\\] +[A-Z]+ -- [^:]{0,60}:(?! .*\\([A-Z][\\w:]{0,200}\\) *$) ?`,
  // ##[error]text
  `##\\[(?:error|group|warning|section|debug)\\]`,
  // Wed, Sep 1 2021 9:38:45 am | text, of Rancher
  `${MONTH}, ${MONTH} \\d\\d? \\d{4} ${CLOCK} [ap]m \\| ?`,
];

// What may follow a time, and nowhere else.
const TAILS = [
  // [err] text
  '\\[(?:std)?(?:err|out)\\] ?',
  // 1234-1250  AndroidRuntime          com.example.app                     E  text
  ' *\\d+-\\d+ +\\S{1,60} +(?:\\S{1,100} +)?[VDIWEFA] {1,2}',
  // host unit[12]: text · app[web.1]: text
  '(?:[\\w.-]{1,60} )?[\\w./@-]{1,60}\\[(?:\\d+|[a-z]+\\.\\d+)\\]: ?',
  // app[148e21ab] ams [info] text
  'app\\[\\w+\\] [a-z]{3} \\[\\w+\\] ?',
  // host app 4242 - - text
  '[\\w.-]{1,60} [\\w./@-]{1,60} (?:\\d+|-) (?:[\\w.-]{1,40}) (?:-|\\[[^\\]]{0,200}\\]) ?',
  // group/stream/3f2ab8c1d7 text
  '[\\w./-]{1,100}/[0-9a-f]{8,32} ',
  // [APP/PROC/WEB/0] ERR text
  '\\[[A-Z/]+/\\d+\\] (?:ERR|OUT) ?',
  // web.1    | text
  '[\\w.-]{1,40} {0,20}\\| ?',
  // 11111111-2222-3333-4444-555555555555<tab>ERROR<tab>text
  '[0-9a-f]{8}-[0-9a-f-]{27}\\t[A-Z]+\\t',
  // [php7:error] [pid 1] [client 1.2.3.4:5] text
  '\\[\\w*:(?:emerg|alert|crit|error|warn|notice|info|debug|trace\\d)\\] (?:\\[pid [\\d:a-z ]+\\] )?(?:\\[(?:client|remote) [^\\]]{1,60}\\] )?',
  // [error] [client 10.0.0.7] text, of Apache 2.2
  '\\[(?:emerg|alert|crit|error|warn|notice|info|debug)\\] \\[client [^\\]]{1,60}\\] ',
  // |ERROR|Shop.Cart|text, of NLog
  '\\|(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\\|[^|]{1,200}\\|',
  // 01O text · 00E+text
  '\\d\\d[OE](?: |\\+|$)',
  // stdout F text · stderr P text
  'std(?:out|err) [FP] ',
];
const STAMP = new RegExp(`^(?:${STAMPS.join('|')})(?:${TAILS.join('|')})?`, 'u');
const MAX_STAMPS = 4;

/** Length of what a log put on the front of the line; 0 when there is nothing. */
export function logPrefixLength(text: string): number {
  let length = 0;
  for (let count = 0; count < MAX_STAMPS && canStartPrefix(text.charCodeAt(length)); count++) {
    const stamp = STAMP.exec(text.slice(length, 400))?.[0];
    if (stamp === undefined) break;
    length += stamp.length;
  }
  return length;
}

/** A digit, a capital, `[`, `#` or `<`. */
const canStartPrefix = (code: number) =>
  (code >= 48 && code <= 57) || code === 60 || (code >= 65 && code <= 91) || code === 35 || code > 127;
