import { formatOf } from '../trace/formats/index.ts';
import type { Frame, Trace } from '../trace/types.ts';

/** What varies between two occurrences of one error, in the order in which it is masked. */
const MASKS: [name: string, pattern: RegExp][] = [
  ['uuid', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi],
  ['time', /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g],
  ['address', /\b0x[0-9a-f]+\b/gi],
  ['hash', /\b(?=[0-9a-f]{0,40}\d)[0-9a-f]{12,64}\b/gi],
  ['mail', /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b/g],
  ['number', /\d+/g],
];

/** A key that is the same for occurrences of one error: its type, its message without values, its own top frame. */
export function fingerprint(trace: Trace): string {
  const root = trace.exceptions[trace.root];
  const frame = appFrame(trace);
  const line = root?.message.split('\n', 1)[0] ?? '';
  return [trace.format, root?.type, root?.code, mask(line), frame?.file, frame?.function].join('\u0001');
}

/** A message with its values masked: `<number>`, `<uuid>`. */
export function mask(message: string): string {
  const short = message.slice(0, 1000);
  // Every value has a digit, but for an address of mail.
  if (!/[\d@]/.test(short)) return short;
  return MASKS.reduce((text, [name, pattern]) => text.replace(pattern, `<${name}>`), short);
}

/**
 * The program's own frame nearest to the failure: in the root, or where all of the root is in libraries, in what wraps
 * it. A frame with a file comes before one without.
 */
export function appFrame(trace: Trace): Frame | undefined {
  const isOldestFirst = formatOf(trace.format)?.isOldestFirst === true;
  const step = trace.reported < trace.root ? -1 : 1;
  for (let index = trace.root; ; index += step) {
    const own = trace.exceptions[index]?.frames.filter((frame) => frame.origin === 'app') ?? [];
    if (isOldestFirst) own.reverse();
    const frame = own.find(({ file }) => file !== undefined) ?? own[0];
    if (frame !== undefined || index === trace.reported) return frame;
    // What has no relation to the next was only reported by it: `make: *** [Makefile:2: all] Error 1`.
    if (trace.exceptions[index]?.relation === undefined) return undefined;
  }
}
