import { findLine } from '../../find-lines.ts';
import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { type Line, textAt } from '../../line.ts';
import { patternTable } from '../../pattern-table.ts';

const LOOKAHEAD = 60;
const LOOKBEHIND = 20;

/** What Celery's workers and its beat log without a traceback. */
export const celery: Format = {
  id: 'celery',
  language: languages.python,
  triggers: ["exited with '", 'Cannot connect to ', 'Connection error: '],
  parse(lines, from) {
    return textAt(lines, from).includes("exited with '")
      ? parseExit(lines, from)
      : parseConnection(lines, from);
  },
};

/**
 * The line about a process of the pool that died. Undefined where the error that it raises stands below, and where Celery
 * ended the process itself, at a time limit that stands above.
 */
function parseExit(lines: Line[], from: number) {
  const raised = findLine(lines, from + 1, from + LOOKAHEAD, (text) => text.includes('WorkerLostError'));
  const start = Math.max(0, from - LOOKBEHIND);
  const limit = findLine(lines, start, from, (text) => /Hard time limit \(|TimeLimitExceeded\(/.test(text));
  return raised === undefined && limit === undefined ? exitTable(lines, from) : undefined;
}

const exitTable = patternTable([
  // Process 'ForkPoolWorker-171' pid:188 exited with 'signal 9 (SIGKILL)'
  [/^(?<message>Process '[\w.-]{1,80}' pid:\d{1,9} exited with '(?!exitcode 0')[^']{1,80}')$/],
]);

const parseConnection = patternTable([
  // consumer: Cannot connect to amqp://guest:**@127.0.0.1:5672//: [Errno 111] Connection refused.
  // Trying again in 2.00 seconds... (1/100)
  [
    /^(?<message>(?:consumer: Cannot connect to |beat: Connection error: )\S.{0,4000})$/,
    { messageLines: /^\s*(?:Trying again in [\d.]+ seconds|Will retry using next failover)/ },
  ],
]);
