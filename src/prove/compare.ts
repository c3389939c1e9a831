import { createTwoFilesPatch } from 'diff';
import { parse, type Trace } from '../trace/index.ts';

/**
 * Compares what a run printed with the recorded trace.
 * With the same tools the texts must be equal. With others, line numbers, carets and wording around the errors may
 * rightly differ: then what a reader and the matcher go by must be the same, which is each error's type, message, code
 * and own functions.
 * @returns undefined when they agree, or what differs
 */
export function compareTraces(recorded: string, found: string, sameTools: boolean): string | undefined {
  if (recorded === found) return undefined;
  if (sameTools) return difference(recorded, found);
  const [before, after] = [recorded, found].map((text) => parse(text).map(meaning).join('\n'));
  return before === after ? undefined : difference(`${before}\n`, `${after}\n`);
}

/** The lines that differ, as `diff -u` shows them. */
export function difference(recorded: string, found: string): string {
  return createTwoFilesPatch('recorded', 'found', recorded, found, '', '', { context: 2 })
    .split('\n')
    .filter((line) => !line.startsWith('====') && !line.startsWith('\\'))
    .join('\n')
    .trimEnd();
}

function meaning(trace: Trace): string {
  return trace.exceptions
    .map(({ type, message, code, frames }) => {
      const own = frames
        .filter(({ origin }) => origin === 'app')
        .map((frame) => `  in ${frame.function ?? frame.file ?? '?'}`);
      return [`${type}${code ? ` [${code}]` : ''}: ${message}`, ...own].join('\n');
    })
    .join('\n');
}
