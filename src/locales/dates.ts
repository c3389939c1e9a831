/** `23 Nov 2026`, from `2026-11-23`, as a language writes it. */
export const shortDate = (day: string, tag: string): string => dateText(day, tag, 'short');

/** `23 November 2026`. */
export const longDate = (day: string, tag: string): string => dateText(day, tag, 'long');

/** Those of Intl take longer to make than a hundred dates to write. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dateText(day: string, tag: string, month: 'short' | 'long'): string {
  const key = `${tag} ${month}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(tag, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}
