import type { Format } from '../../format.ts';
import { languages } from '../../languages.ts';
import { patternTable } from '../../pattern-table.ts';

const ENDED = [
  'ld returned',
  '(?:(?:The )?[Pp]rocess|[Cc]ommand|[Ss]cript|Job|task|Bash|PowerShell|Cmd\\.exe|Docker build)(?: .{0,400}?)? (?:completed|exited|failed|finished|returned|terminated)(?: with|:)?(?: an)? (?:exit(?: code| status)?|(?:error )?code)',
  '[Cc]ommand (?:".{1,400}" exited with|\\(.{1,400}\\) .{1,400} exited)',
  'Exited with code exit status',
  '.{0,400}returned a non-zero code:',
];

/** Lines that only report how a process ended: a signal, an exit code. */
export const processEnd: Format = {
  id: 'process-end',
  language: languages.shell,
  triggers: [
    'fault',
    'bort',
    'illed',
    'us error',
    'llegal instruction',
    'loating point',
    'erminated',
    'xit',
    'non-zero code',
    'returned ',
  ],
  lineStarts: {
    // 4242 Aborted · Aborted (core dumped) · web-1 exited with code 137
    inside: [
      '(?<!\\d {1,8})(?:Aborted|Segmentation fault)(?: \\(core dumped\\))?(?:\\s|$)',
      '[\\w.-]{1,80} exited with code \\d',
      'Process completed with exit',
    ],
  },
  logTriggers: ['egmentation', 'exited with', 'exit code', 'exit status'],
  parse: patternTable([
    // Aborted · bash: line 1:   4242 Aborted                 ./twice · zsh: segmentation fault  ./a · Segmentation fault (core dumped)
    // A word in lower case (`abort`, `killed`) needs the shell's name before it.
    [
      /^(?:[\w./-]{1,80}: (?:line \d+: )?|(?![\d ]*[a-z]))\s{0,8}(?:\d+ +)?(?<type>[Ss]egmentation fault|Aborted|abort|Abort trap(?:: 6)?|[Kk]illed|[Bb]us error|Illegal instruction|Floating point exception|Terminated)(?: +\(core dumped\))?(?: {2,}.{0,400})?$/,
      { refersTo: 'previous' },
    ],
    // shop.service: Main process exited, code=exited, status=1/FAILURE
    [
      /^(?:\S{1,80}: )?(?<message>Main process exited, code=\w+, status=(?<code>\d+)\/.{1,80})$/,
      { type: 'exit', refersTo: 'previous' },
    ],
    // web-1 exited with code 137
    [
      /^(?<message>(?:[\w.-]{1,80} )?exited with code (?!0\b)(?<code>\d+).{0,80})$/,
      { language: 'docker', type: 'exit', refersTo: 'previous' },
    ],
    // collect2: error: ld returned 1 exit status · Error: Process completed with exit code 1. · script returned exit code 2
    [
      new RegExp(
        `^(?:##\\[error\\]|Error: |error:? |collect2(?:\\.exe)?: (?:error: )?|ERROR: |ERROR: command finished with error: |ELIFECYCLE {1,2}|ERR_PNPM_\\w+ +)?(?<message>(?:${ENDED.join('|')}) ['(]?(?!0\\b)(?<code>\\d+).{0,80})$`,
      ),
      { type: 'exit', refersTo: 'previous' },
    ],
  ]),
};
