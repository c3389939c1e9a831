const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const CLOCK = String.raw`\d\d:\d\d:\d\d`;

/** Each form of a moment, with the same fixed moment in that form; `…` stands for the group `between`. */
const forms: [pattern: RegExp, moment: string][] = [
  // 2026-11-23 00:04:12,167   2026-11-23T00:04:12.167Z
  [form(String.raw`\b\d{4}-\d\d-\d\d(?<between>[ T])${CLOCK}`), '2026-01-15…09:30:00'],
  // 2026-11-23T00_04_12_167Z, in the name of npm's log
  [/\b\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d_\d{3}Z/g, '2026-01-15T09_30_00_000Z'],
  // 2026/11/23 00:04:12
  [form(String.raw`\b\d{4}/\d\d/\d\d ${CLOCK}`), '2026/01/15 09:30:00'],
  // 23/Nov/2026:00:04:12   [23/Nov/2026 00:04:12]
  [form(String.raw`\b\d\d/${MONTH}/\d{4}(?<between>[: ])${CLOCK}`), '15/Jan/2026…09:30:00'],
  // [23-Nov-2026 00:04:12 UTC]
  [form(String.raw`\b\d\d-${MONTH}-\d{4} ${CLOCK}`), '15-Jan-2026 09:30:00'],
  // Mon, 23 Nov 2026 00:04:12 GMT
  [form(String.raw`\b${DAY}, \d{1,2} ${MONTH} \d{4} ${CLOCK}`), 'Thu, 15 Jan 2026 09:30:00'],
  // 23 Nov 2026 00:04:12.123
  [form(String.raw`\b\d{1,2} ${MONTH} \d{4} ${CLOCK}`), '15 Jan 2026 09:30:00'],
  // Mon Nov 23 00:04:12 2026   Mon Nov 23 00:04:12 UTC 2026
  [
    form(String.raw`\b${DAY} ${MONTH} [ \d]\d ${CLOCK}(?<between> (?:UTC )?)\d{4}\b`),
    'Thu Jan 15 09:30:00…2026',
  ],
  // [00:04:12] and 00:04:12.123 at the beginning of a line; Start at  00:04:12
  [form(String.raw`(?<between>^\[?|^ {0,9}Start at {1,4})${CLOCK}`), '…09:30:00'],
];

/** A moment with its fraction of a second, if it has one. */
function form(pattern: string): RegExp {
  return new RegExp(String.raw`${pattern}(?<fraction>[.,]\d+)?`, 'gm');
}

/** Moments → one fixed moment in the same form, with as many digits. */
export function moments(text: string): string {
  return forms.reduce(
    (result, [pattern, moment]) =>
      result.replace(pattern, (...match) => {
        const groups = match.at(-1) as Record<string, string | undefined> | string;
        const { between = '', fraction = '' } = typeof groups === 'string' ? {} : groups;
        return moment.replace('…', between) + fraction.replace(/\d/g, '0');
      }),
    text,
  );
}
