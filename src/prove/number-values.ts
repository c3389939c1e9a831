/** Returns a function that numbers values from 1 in the order in which it first sees them. */
export function numberValues(): (value: string) => number {
  const seen = new Map<string, number>();
  return (value) => {
    if (!seen.has(value)) seen.set(value, seen.size + 1);
    return seen.get(value)!;
  };
}
