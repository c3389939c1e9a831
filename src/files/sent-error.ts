/** An error as plain data, with what Node says of files: other processes are sent no more of an error than its text. */
export type SentError = {
  name: string;
  message: string;
  stack?: string | undefined;
  code?: string | undefined;
  syscall?: string | undefined;
  path?: string | undefined;
  dest?: string | undefined;
  cause?: SentError;
};

/** An error, and all that caused it, to be sent to another process. */
export function packError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, cause }: Error = error;
  const { code, syscall, path, dest }: NodeJS.ErrnoException & { dest?: string } = error;
  const sent = { name, message, stack, code, syscall, path, dest };
  return cause === undefined ? sent : { ...sent, cause: packError(cause) };
}

/** The error that another process has sent. */
export function unpackError({ cause, message, ...facts }: SentError): Error {
  const error = new Error(message, cause && { cause: unpackError(cause) });
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  for (const [name, value] of known)
    Object.defineProperty(error, name, { value, enumerable: name !== 'stack' && name !== 'name' });
  return error;
}
