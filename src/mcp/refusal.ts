/** A request that a tool cannot answer; the message says what is wrong and what to do. */
export class Refusal extends Error {}
