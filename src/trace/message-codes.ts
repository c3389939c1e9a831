import type { Exception, Trace } from './types.ts';

// Where messages carry a stable code, the surest first. One group each.
const LOCATIONS = [
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

/** Adds the codes that stand in messages to exceptions without one. */
export function addCodes(traces: Trace[]): Trace[] {
  for (const trace of traces) for (const exception of trace.exceptions) addCode(exception);
  return traces;
}

function addCode(exception: Exception): void {
  if (exception.code !== undefined || exception.message.length < 8) return;
  const text = exception.message.slice(0, MAX_LENGTH);
  for (const pattern of LOCATIONS) {
    const code = pattern.exec(text)?.[1];
    if (code === undefined) continue;
    exception.code = code;
    return;
  }
}
