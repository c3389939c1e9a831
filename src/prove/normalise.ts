import { stripVTControlCharacters } from 'node:util';

/** One step that replaces what differs from run to run. */
export type Step = (text: string) => string;

/**
 * Makes the output of two runs of the same code the same text, as a person would have seen it in a container:
 * the app in /app, one fixed moment, one fixed process.
 * @param paths folders of this machine and what stands for them
 * @param runtimeSteps steps for what only the runtime's tools print
 */
export function normalise(
  text: string,
  paths: [path: string, name: string][],
  runtimeSteps: Step[] = [],
): string {
  return [...Object.values(steps), ...runtimeSteps].reduce((result, step) => step(result), folders(text, paths));
}

/** The steps in their order, each by what it evens out. */
export const steps = {
  colours,
  lineEnds,
  rootNotice,
  moments,
  uuids,
  processIds,
  addresses,
  durations,
  ports,
} satisfies Record<string, Step>;

/** `/tmp/tracebook-x1Y2z3/app/tasks.py` → `/app/tasks.py`: the longest folder first, whole names only. */
export function folders(text: string, paths: [path: string, name: string][]): string {
  const longestFirst = [...paths].sort(([a], [b]) => b.length - a.length);
  for (const [path, name] of longestFirst) {
    text = text.replace(new RegExp(`${escape(path)}(?![\\w.-])`, 'g'), () => name);
  }
  return text;
}

/** Terminal colours, where a program prints them without a terminal. */
function colours(text: string): string {
  return stripVTControlCharacters(text);
}

/** `\r\n` → `\n`, and exactly one at the end. */
function lineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n*$/, '\n').replace(/^\n$/, '');
}

/** Celery's warning to whom starts it as root; other users never see it. */
function rootNotice(text: string): string {
  return text.replace(
    /^.*: SecurityWarning: You're running the worker with superuser privileges[\s\S]*?User information: .*\n\n.*\n/gm,
    '',
  );
}

/** `2026-11-23 00:04:12,167` and `2026-11-23T00:04:12.167Z` → one moment, in the same form. */
function moments(text: string): string {
  return text.replace(
    /\b\d{4}-\d\d-\d\d([ T])\d\d:\d\d:\d\d([.,]\d+)?/g,
    (_, between: string, fraction = '') => `2026-01-15${between}09:30:00${fraction.replace(/\d/g, '0')}`,
  );
}

/** UUIDs → numbered ones, so that the same one is still the same. */
function uuids(text: string): string {
  const number = numbers();
  return text.replace(
    /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/g,
    (uuid) => `5f0c1a52-7d3e-4b86-9a10-${number(uuid).toString().padStart(12, '0')}`,
  );
}

/** `pid:10359`, `pid=10359`, `pid 10359` → numbered from 101. */
function processIds(text: string): string {
  const number = numbers();
  return text.replace(
    /\b(pid[:= ]\s?)(\d+)\b/gi,
    (_, before: string, pid: string) => `${before}${100 + number(pid)}`,
  );
}

/** `0x7f6204efa5c0` → numbered; short ones are not addresses. */
function addresses(text: string): string {
  const number = numbers();
  return text.replace(
    /\b0x[\da-f]{8,16}\b/gi,
    (address) => `0x7f00000000${number(address).toString(16).padStart(2, '0')}`,
  );
}

/** `in 1.02s`, `(20.95ms)`, `duration_ms 139.32` → zeros of fixed length; a limit such as `(3s)` is whole and stays. */
function durations(text: string): string {
  return text
    .replace(/\bin \d+\.\d+ ?s\b/g, 'in 0.00s')
    .replace(/\(\d+\.\d+ms\)/g, '(0.00ms)')
    .replace(/\bduration_ms \d+(\.\d+)?/g, 'duration_ms 0.00');
}

/** `127.0.0.1:32937` and a later `port: 32937` → numbered from 49152: only ports that the system hands out. */
function ports(text: string): string {
  const number = numbers();
  return text.replace(
    /\b((?:127\.0\.0\.1|localhost|\[::1\]):|port: )(\d{5})\b/g,
    (whole, before: string, port: string) =>
      Number(port) < 32768 ? whole : `${before}${49151 + number(port)}`,
  );
}

/** Numbers values from 1 in the order in which they are first seen. */
function numbers(): (value: string) => number {
  const seen = new Map<string, number>();
  return (value) => {
    if (!seen.has(value)) seen.set(value, seen.size + 1);
    return seen.get(value)!;
  };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
