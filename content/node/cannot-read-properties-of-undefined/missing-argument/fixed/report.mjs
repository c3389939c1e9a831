/** Returns the title of a sales report. */
export function titleOf({ country } = {}) {
  return `Sales in ${country ?? 'all countries'}`;
}
