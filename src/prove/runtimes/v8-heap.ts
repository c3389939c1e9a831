import type { Step } from '../normalise.ts';

/**
 * Evens out V8's report of a full heap. The last garbage collections differ from run to run in number, kind and figures:
 * one stands for all. Native frames below the handler depend on what asked for memory last, and are left out.
 */
export const heapReport: Step = (text) =>
  text
    .replace(
      /(<--- Last few GCs --->\n)[^]{0,4000}?(?=<--- JS stacktrace --->|FATAL ERROR: )/g,
      `$1\n${COLLECTION}\n\n`,
    )
    //  2: 0x75968e node::OOMErrorHandler(char const*, v8::OOMDetails const&) [node]
    .replace(/^( ?\d+: 0x[\da-f]+ node::OOMErrorHandler\(.*\n)(?:[ \d]\d: 0x.*\n)+/gm, '$1');

const COLLECTION =
  '[101:0x7f000001]        0 ms: Mark-Compact 0.0 (0.0) -> 0.0 (0.0) MB, pooled: 0 MB, 0.00 / 0.00 ms  (average mu = 0.000, current mu = 0.000) allocation failure; scavenge might not succeed';
