import type { Exception, Trace } from './types.ts';

// Stable codes in messages, the most certain first. Group 1 is the code.
const CODES = [
  // SQLSTATE[23505]: Unique violation · (SQLSTATE 23505)
  /SQLSTATE[[ :]{1,2}([0-9A-Z]{5})\b/,
  // (Background on this error at: https://sqlalche.me/e/20/e3q8)
  /sqlalche\.me\/e\/\d+\/(\w{4})\b/,
  // Input should be a valid integer [type=int_parsing, input_value=…
  /\[type=(\w+), input_value=/,
  // (1062, "Duplicate entry …")
  /^\((\d{4}), ["']/,
  // PgDatabaseError { severity: Error, code: "42P01", … }
  /\bcode: "([0-9A-Z]{5})"/,
  // Error 1062 (23000): Duplicate entry … — as Go's driver writes it
  /^Error (\d{4})(?: \(\w{5}\))?: /,
  // ERROR 42P01 (undefined_table) relation …
  /^ERROR ([0-9A-Z]{5}) \(/,
  // 23505: duplicate key value … — as Npgsql and the JDBC driver's servers write it
  /^(\d[0-9A-Z]{4}): \S/,
  // Minified React error #418; visit …
  /^Minified React error #(\d+);/,
];
const MAX_LENGTH = 20_000;

/** The trace with the codes that are in the messages of its exceptions. */
export const withMessageCodes = (trace: Trace): Trace => ({
  ...trace,
  exceptions: trace.exceptions.map(withCode),
});

function withCode(exception: Exception): Exception {
  const code = codeIn(exception);
  return code === undefined ? exception : { ...exception, code };
}

/** The code in a message. Undefined when there is none or the exception has one already. */
function codeIn({ code, message }: Exception): string | undefined {
  if (code !== undefined || message.length < 8) return undefined;
  const text = message.slice(0, MAX_LENGTH);
  for (const pattern of CODES) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
