/** A guide's title as its parts: the error's own name, and what it says. */
export type TitleParts = { name?: string; rest: string };

/** `WorkerLostError: Worker exited prematurely` as name and rest; a title without a name is all rest. */
export function titleParts(title: string): TitleParts {
  const [, name, rest] = /^(\S+(?: \[\w+\])?): (.+)$/.exec(title) ?? [];
  return name && rest ? { name, rest } : { rest: title };
}

/** `1 guide`, `4 guides`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

/** `23 Nov 2026`, from `2026-11-23`. */
export function shortDate(day: string): string {
  return dateText(day, 'short');
}

/** `23 November 2026`. */
export function longDate(day: string): string {
  return dateText(day, 'long');
}

function dateText(day: string, month: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
