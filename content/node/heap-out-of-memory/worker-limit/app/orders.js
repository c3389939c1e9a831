/** Yields the lines of the shop's export, one order each. */
export function* orderLines() {
  for (let id = 1; id <= 400_000; id++) yield `${id};TB-${id % 900};${id % 5};${id % 90}`;
}
