import type { ExceptionHeader } from '../../exception-header.ts';

// Invariant Violation: Minified React error #31
const TWO_WORDS = /^\s*(?:Uncaught )?(?<type>[A-Z][a-z]{1,30} [A-Z][a-z]{1,30}): (?<message>\S.*)$/;

/** A head whose type is two words; only frames right below it make it one. */
export function parseTwoWordHeader(text: string): ExceptionHeader | undefined {
  const { type, message = '' } = TWO_WORDS.exec(text.slice(0, 4000))?.groups ?? {};
  return type === undefined ? undefined : { type, message };
}
