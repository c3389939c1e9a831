import { findLine } from '../../find-lines.ts';
import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

const LOOKAHEAD = 60;
const LOOKBEHIND = 20;

/**
 * Celery's line about a process of its pool that died. Undefined where the error that it raises stands below, and where
 * Celery ended the process itself, at a time limit that stands above.
 */
export const celery: Format = {
  id: 'celery',
  language: languages.python,
  triggers: ["exited with '"],
  parse(lines, from) {
    const raised = findLine(lines, from + 1, from + LOOKAHEAD, (text) => text.includes('WorkerLostError'));
    const start = Math.max(0, from - LOOKBEHIND);
    const limit = findLine(lines, start, from, (text) => /Hard time limit \(|TimeLimitExceeded\(/.test(text));
    return raised === undefined && limit === undefined ? parseExit(lines, from) : undefined;
  },
};

const parseExit = patternTable([
  // Process 'ForkPoolWorker-171' pid:188 exited with 'signal 9 (SIGKILL)'
  [/^(?<message>Process '[\w.-]{1,80}' pid:\d{1,9} exited with '(?!exitcode 0')[^']{1,80}')$/],
]);
