import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFrame } from '../../src/match/fingerprint.ts';
import type { Trace } from '../../src/trace/types.ts';

/** What `corpus/README.md` says of one trace. */
export type Expected = {
  root: string;
  rootMessage?: string;
  reported: string;
  exceptions?: string[];
  language: string;
  code?: string;
  frames?: number | null;
  appFrame?: string | null;
};

export type Entry = { format: string; name: string; text: string; expected: Expected[] };

const folder = join(import.meta.dirname, 'corpus');

/** Every recorded trace of the corpus with what is expected of it. */
export function corpus(): Entry[] {
  return readdirSync(folder).flatMap((format) => {
    const file = join(folder, format, 'expected.json');
    if (!existsSync(file)) return [];
    const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Expected | Expected[]>;
    return Object.entries(all).flatMap(([name, expected]) => {
      const path = join(folder, format, `${name}.txt`);
      if (!existsSync(path)) return [];
      return [{ format, name, text: readFileSync(path, 'utf8'), expected: [expected].flat() }];
    });
  });
}

/** The facts of a trace in the shape in which they are expected. */
export function factsOf(trace: Trace): Expected {
  const root = trace.exceptions[trace.root];
  const frame = appFrame(trace);
  const code = root?.code;
  return {
    root: root?.type ?? '',
    rootMessage: root?.message.split('\n', 1)[0] ?? '',
    reported: trace.exceptions[trace.reported]?.type ?? '',
    exceptions: trace.exceptions.map((exception) => exception.type),
    language: trace.language,
    ...(code === undefined ? {} : { code }),
    frames: root?.frames.length ?? 0,
    ...(frame === undefined ? {} : { appFrame: [frame.file, frame.line].filter(Boolean).join(':') }),
  };
}

/** What differs from what is expected, one line each; facts that are not judged are left out. */
export function differences(traces: Trace[], expected: Expected[]): string[] {
  if (traces.length !== expected.length) {
    const found = traces.map((trace) => `${trace.format}:${factsOf(trace).root}@${trace.span.join('-')}`);
    return [
      `traces: ${found.join(', ') || 'none'} instead of ${expected.map((item) => item.root).join(', ')}`,
    ];
  }
  return expected.flatMap((wanted, index) => {
    const found = factsOf(traces[index] as Trace);
    const keys = [
      'root',
      'rootMessage',
      'reported',
      'exceptions',
      'language',
      'code',
      'frames',
      'appFrame',
    ] as const;
    return keys.flatMap((key) => {
      if (
        wanted[key] === null ||
        (wanted[key] === undefined && !(key in wanted) && key !== 'code' && key !== 'appFrame')
      )
        return [];
      const a = JSON.stringify(found[key]);
      const b = JSON.stringify(wanted[key]);
      return a === b ? [] : [`${key}: ${a} instead of ${b}`];
    });
  });
}
