/** An error, what caused it, what caused that, and so on: each once. Nothing for what is no error. */
export function errorChain(error: unknown): Error[] {
  const chain = new Set<Error>();
  for (let next = error; next instanceof Error && !chain.has(next); next = next.cause) chain.add(next);
  return [...chain];
}
