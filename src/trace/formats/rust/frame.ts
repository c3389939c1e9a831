import type { Frame } from '../../types.ts';

//   12: 0x55d0 - std::panicking::begin_panic_handler
const SYMBOL = /^\s*(\d{1,5}):\s+(?:0x[0-9a-f]+ - )?(\S.{0,600})$/;
//              at /rustc/abc/library/std/src/panicking.rs:652:5
const PLACE = /^\s*at (\S.{0,500}?\.(?:rs|c|h|S|cpp|cc)):(\d+)(?::(\d+))?$/;

/** `0: std::panicking::panic`. */
export const symbolOf = (text: string) => SYMBOL.exec(text.slice(0, 700))?.[2];

/** `at ./src/main.rs:1:2`. */
export function placeOf(text: string): Pick<Frame, 'file' | 'line' | 'column'> | undefined {
  const match = PLACE.exec(text.slice(0, 600));
  if (match?.[1] === undefined) return undefined;
  return {
    file: match[1],
    line: Number(match[2]),
    ...(match[3] === undefined ? {} : { column: Number(match[3]) }),
  };
}

/** Whose code a frame is: Rust's own, a crate's from the registry, or the program's. */
export function origin(file: string | undefined, symbol: string): Pick<Frame, 'origin' | 'package'> {
  const path = (file ?? '').replaceAll('\\', '/');
  const crate = /\/(?:registry\/src\/[^/]+|git\/checkouts)\/([^/]+?)(?:-\d[^/]*)?\//.exec(path)?.[1];
  if (crate !== undefined) return { origin: 'library', package: crate };
  if (path.startsWith('/rustc/') || path.includes('/library/') || path.includes('/rustlib/'))
    return { origin: 'runtime' };
  if (
    file === undefined &&
    /^<?(?:std|core|alloc|__rustc|rust_begin|_?main$|__libc|_start|test::|BaseThread|RtlUser|backtrace)/.test(
      symbol,
    )
  )
    return { origin: 'runtime' };
  return { origin: 'app' };
}
