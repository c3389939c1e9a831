import type { Format } from '../format.ts';
import { patternTable } from '../pattern-table.ts';
import { parseHostTools } from './shell/host-tools.ts';

/** Lines that only tell how a process ended: make, CI, compose, a shell's word for a signal. */
export const shell: Format = {
  id: 'shell',
  language: 'shell',
  triggers:
    'fault|bort|illed|rror|llegal instruction|loating point|erminated|*** |xit|non-zero code|sh: |fatal: |curl: |E: |connect to |resolve hostname|ermission denied|: line |[emerg]|[alert]|[crit]|gcloud|he server |FAILED: |yaml: line|validating |: No module|open file|bad option|ASGI app|process exited',
  parse(lines, from) {
    const found = parseEnd(lines, from);
    // git quotes what ssh said above its own word.
    const isQuoted = () => lines.slice(from + 1, from + 3).some(({ text }) => text.startsWith('fatal: '));
    return found ?? (isQuoted() ? undefined : parseHostTools(lines, from));
  },
};

const parseEnd = patternTable([
  // Aborted · bash: line 1:   4242 Aborted                 ./twice · zsh: segmentation fault  ./a · Segmentation fault (core dumped)
  // A word in lower case (`abort`, `killed`) needs the shell's name before it.
  [
    /^(?:[\w./-]{1,80}: (?:line \d+: )?|(?![\d ]*[a-z]))\s{0,8}(?:\d+ +)?(?<type>[Ss]egmentation fault|Aborted|abort|Abort trap(?:: 6)?|[Kk]illed|[Bb]us error|Illegal instruction|Floating point exception|Terminated)(?: +\(core dumped\))?(?: {2,}.{0,300})?$/,
    { refersTo: 'previous' },
  ],
  // make: *** [Makefile:2: all] Error 1
  [
    /^(?:g?make(?:\[\d+\])?: )?\*\*\* (?<message>\[(?:(?<file>[^\]:]{1,200}):(?<line>\d+): )?[^\]]{1,300}\] (?:Error (?<code>\d+)|.{1,60}))$/,
    { type: 'exit', refersTo: 'previous' },
  ],
  // shop.service: Main process exited, code=exited, status=1/FAILURE
  [
    /^(?:\S{1,80}: )?(?<message>Main process exited, code=\w+, status=(?<code>\d+)\/.{1,40})$/,
    { type: 'exit', refersTo: 'previous' },
  ],
  // web-1 exited with code 137
  [
    /^(?<message>(?:[\w.-]{1,80} )?exited with code (?!0\b)(?<code>\d+).{0,40})$/,
    { language: 'docker', type: 'exit', refersTo: 'previous' },
  ],
  // collect2: error: ld returned 1 exit status · Error: Process completed with exit code 1. · script returned exit code 2
  [
    /^(?:##\[error\]|Error: |error |collect2: error: |ERROR: |ELIFECYCLE {1,2}|ERR_PNPM_\w+ +)?(?<message>(?:ld returned|(?:(?:The )?[Pp]rocess|[Cc]ommand|[Ss]cript|Job|task|Bash|PowerShell|Cmd\.exe)(?: .{0,200}?)? (?:completed|exited|failed|finished|returned|terminated)(?: with|:)?(?: an)? (?:exit(?: code| status)?|code)|Exited with code exit status|.{0,200}returned a non-zero code:) '?(?!0\b)(?<code>\d+).{0,60})$/,
    { type: 'exit', refersTo: 'previous' },
  ],
  // bash: line 1: shopctl: command not found · sh: 1: tool: not found · ./deploy.sh: line 9: REGION: unbound variable
  [
    /^(?:(?:\S{0,40}\/)?(?:bash|sh|zsh|dash|ash|ksh): (?:(?:line )?\d+: )?|\S{1,200}: line \d+: )(?<message>\S.{0,200}: (?:(?:command )?not found|No such file or directory|Permission denied|unbound variable|ambiguous redirect|bad substitution|Is a directory|(?:\w+ expression|unary operator) expected)|command not found: \S+|syntax error.{0,200})$/,
  ],
  // make: *** No rule to make target 'a', needed by 'b'.  Stop.
  [
    /^(?:(?:g?make(?:\[\d+\])?|\S{1,200}:\d+): )?\*\*\* (?<message>(?:No rule to make target|No targets|missing separator|\S+ is up to date|[^[].{0,400} Stop\.).{0,400})$/,
  ],
  // fatal: not a git repository
  [/^fatal: (?!\[[\w.-]+)(?<message>.{3,400})$/, { type: 'fatal' }],
]);
