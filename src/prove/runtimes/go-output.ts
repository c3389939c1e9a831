import type { Step } from '../normalise.ts';
import { numberValues } from '../number-values.ts';

/** Steps that even out what only Go's runtime prints, in their order. */
export const outputSteps: Step[] = [failingGoroutine, goroutines, dataAddresses];

/**
 * Keeps only the goroutine that met `fatal error: concurrent map writes`. Go up to 1.25 also lists the others, and each of
 * them stands wherever chance has brought it.
 */
function failingGoroutine(text: string): string {
  const error = text.search(/^fatal error: concurrent map /m);
  if (error < 0) return text;
  const failing = text.indexOf('\ngoroutine ', error);
  const others = text.indexOf('\n\ngoroutine ', failing + 1);
  if (failing < 0 || others < 0) return text;
  // What follows the stacks is the go command's own.
  const rest = text.slice(others).search(/^(?:exit status \d|FAIL\b)/m);
  return text.slice(0, others + 1) + (rest < 0 ? '' : text.slice(others + rest));
}

/**
 * `conn(0x0, {0x745470, 0x929320}, 0x1)` → numbered: what a linker places in the program's data moves by a page from build
 * to build. Shorter words are numbers and lengths, longer ones the heap.
 */
function dataAddresses(text: string): string {
  const number = numberValues();
  return text.replace(
    /(?<=[({ ])0x[\da-f]{6,7}\b/g,
    (address) => `0x${(0x700000 + 0x10 * number(address)).toString(16)}`,
  );
}

/** `goroutine 18 gp=0xc000006fc0 m=4 mp=0x5a2b40 [running]` → numbers from 1 in order; the first is always 1. */
function goroutines(text: string): string {
  const number = numberValues();
  number('1');
  return text.replace(
    /\b(goroutine )(\d+)\b(?: gp=\S{1,20} m=\S{1,10}(?: mp=\S{1,20})?)?/g,
    (_, before: string, id: string) => before + number(id),
  );
}
