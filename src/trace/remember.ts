/** A longer line hardly comes again. */
const MAX_LENGTH = 200;
const MAX_LINES = 16_384;

/**
 * Remembers what a pure function says of a line: most lines of a log, and of the traces in it, come again. Nobody may
 * change a result. Holds a few megabytes at most; pays where the function takes longer than a look-up, 0.1 µs.
 */
export function rememberByLine<Result>(read: (line: string) => Result): (line: string) => Result {
  const known = new Map<string, { result: Result }>();
  return (line) => {
    if (line.length > MAX_LENGTH) return read(line);
    let found = known.get(line);
    if (found === undefined) {
      if (known.size >= MAX_LINES) known.clear();
      const own = copyText(line);
      known.set(own, (found = { result: read(own) }));
    }
    return found.result;
  };
}

/** A copy that is no part of a longer text: the engine would keep the whole of that as long as it keeps the part. */
export const copyText = (text: string): string => `${text} `.slice(0, -1);
