import type { Origin } from '../../origin.ts';
import { matchLocation } from '../../location.ts';

//   12: 0x55d0 - std::panicking::begin_panic_handler
const SYMBOL = /^\s*(\d{1,5}):\s+(?:0x[0-9a-f]+ - )?(\S.{0,900})$/;
//              at /rustc/abc/library/std/src/panicking.rs:652:5
const LOCATIONS = [/^\s*at (?<file>\S.{0,900}?\.(?:rs|c|h|S|cpp|cc)):(?<line>\d+)(?::(?<column>\d+))?$/];

/** `0: std::panicking::panic`. */
export const parseSymbol = (text: string) => SYMBOL.exec(text.slice(0, 2000))?.[2];

/** `at ./src/main.rs:1:2`. */
export const parseRustLocation = (text: string) => matchLocation(LOCATIONS, text);

/** Whose code a symbol without a file is: Rust's own or the program's. */
export const originOfSymbol = (symbol: string): Origin => ({
  origin:
    /^<?(?:std|core|alloc|__rustc|rust_begin|_?main$|__libc|_start|test::|BaseThread|RtlUser|backtrace)/.test(
      symbol,
    )
      ? 'runtime'
      : 'app',
});
