/** Appends items to a list, however many there are: arguments of a call are limited to about 100,000. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
