import type { Frame } from './types.ts';

/** A frame of the program's own code from a file and what a pattern found of its line and column. */
export function ownFrame(at: number, file: string, line?: string, column?: string, name?: string): Frame {
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined ? {} : { column: Number(column) }),
    ...(name === undefined || name === '' ? {} : { function: name }),
    origin: 'app',
    at,
  };
}

const ENDINGS: Record<string, RegExp> = {
  python: /\.py$/,
  ruby: /\.(?:rb|erb|rake|haml|slim)$/,
  php: /\.php$/,
  javascript: /\.[cm]?[jt]sx?$/,
  java: /\.(?:java|scala)$/,
  kotlin: /\.kts?$/,
  go: /\.go$/,
  swift: /\.swift$/,
  elixir: /\.exs?$/,
  shell: /\.build$/,
};

/** The language that a file is written in, where its name tells. */
export function languageOf(file: string): string | undefined {
  return Object.keys(ENDINGS).find((language) => ENDINGS[language]?.test(file));
}
