import { type Format, type Reading, single } from '../format.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';
import { readSaid } from './shell/said.ts';

/** Lines that only tell how a process ended: make, CI, compose, a shell's word for a signal. */
export const shell: Format = {
  id: 'shell',
  language: 'shell',
  hint: 'egmentation fault|bort|illed|us error|llegal instruction|loating point|erminated|*** |exit |exited |non-zero code|sh: |fatal: |CMake Error|curl: |E: |connect to |resolve hostname|Permission denied|error: |: line |[emerg]|[alert]|[crit]|[error]|gcloud|An error occurred|rom server|he server |FAILED: |yaml: line|validating ',
  read(lines, from) {
    const line = lines[from] as Line;
    const text = line.text.trim().slice(0, 600);
    return (
      readSignal(lines, from, text) ??
      readMake(lines, from, text) ??
      readExit(lines, from, text) ??
      readTool(lines, from, text)
    );
  },
};

const above = (found: Reading): Reading => ({ ...found, reports: 'above' });

// Aborted · bash: line 1:   4242 Aborted                 ./twice · zsh: segmentation fault  ./a · Segmentation fault (core dumped)
const SIGNAL =
  /^(?:[\w./-]{1,80}: (?:line \d+: )?)?\s{0,8}(?:\d+ +)?(Segmentation fault|segmentation fault|Aborted|abort|Abort trap(?:: 6)?|Killed|killed|Bus error|bus error|Illegal instruction|Floating point exception|Terminated)(?: {1,}\(core dumped\)| \(core dumped\))?(?: {2,}.{0,300})?$/;

function readSignal(lines: Line[], from: number, text: string): Reading | undefined {
  const signal = SIGNAL.exec(text)?.[1];
  if (signal === undefined) return undefined;
  // A word alone (`abort`, `killed`) needs the shell's name before it.
  if (/^[a-z]/.test(signal) && !/^\w+: /.test(text)) return undefined;
  return above(single(lines, from, from + 1, { type: signal, message: '' }));
}

// make: *** [Makefile:2: all] Error 1
function readMake(lines: Line[], from: number, text: string): Reading | undefined {
  const match =
    /^g?make(?:\[\d+\])?: \*\*\* (\[(?:([^\]:]{1,200}):(\d+): )?[^\]]{1,300}\] (?:Error (\d+)|.{1,60}))$/.exec(
      text,
    );
  if (match?.[1] === undefined) return undefined;
  const { at } = lines[from] as Line;
  const frames = match[2] === undefined ? [] : [ownFrame(at, match[2], match[3])];
  return above(
    single(lines, from, from + 1, {
      type: 'exit',
      message: match[1],
      code: match[4],
      frames,
    }),
  );
}

// collect2: error: ld returned 1 exit status · Error: Process completed with exit code 1. · web-1 exited with code 137
const EXIT =
  /^(?:##\[error\]|Error: |error |collect2: error: |ERROR: | ?ELIFECYCLE {1,2}|ERR_PNPM_\w+ +)?((?:ld returned (\d+) exit status)|(?:The )?[Pp]rocess (?:'[^']{1,200}' )?(?:completed|exited|failed|finished) with (?:an )?exit code (\d+).{0,60}|(?:[\w.-]{1,80} )?exited with code (\d+).{0,40}|(?:Command|Job|Script|task) .{0,200}?failed(?: with|:) exit (?:code|status)? ?(\d+).{0,20}|[Cc]ommand terminated with exit code (\d+)|.{0,200}returned a non-zero code: (\d+)|[Ss]cript returned exit code (\d+)|Exited with code exit status (\d+)|(?:Bash|PowerShell|Cmd\.exe) exited with code '(\d+)'\.?)$/;

function readExit(lines: Line[], from: number, text: string): Reading | undefined {
  const match = EXIT.exec(text);
  if (match?.[1] === undefined) return undefined;
  const code = match.slice(2).find((group) => group !== undefined);
  const language = match[4] === undefined ? 'shell' : 'docker';
  return code === '0'
    ? undefined
    : above(single(lines, from, from + 1, { language, type: 'exit', message: match[1], code }));
}

// bash: line 1: shopctl: command not found · sh: 1: tool: not found
const NOT_FOUND =
  /^(?:\S{0,40}\/)?(?:bash|sh|zsh|dash|ash|ksh): (?:(?:line )?\d+: )?(\S.{0,200}: (?:command not found|not found|No such file or directory|Permission denied)|command not found: \S+)$/;
// make: *** No rule to make target 'a', needed by 'b'.  Stop.
const NO_RULE =
  /^(?:g?make(?:\[\d+\])?|\S{1,200}:\d+): \*\*\* ((?:No rule to make target|No targets|missing separator|\S+ is up to date|[^[].{0,400} Stop\.).{0,400})$/;
// fatal: not a git repository
const FATAL = /^fatal: (.{3,400})$/;
// CMake Error at CMakeLists.txt:4 (find_package):
const CMAKE = /^CMake Error(?: at (.{1,300}?):(\d+) \(\w+\))?:(.*)$/;

function readTool(lines: Line[], from: number, text: string): Reading | undefined {
  const facts = {};
  const message = NOT_FOUND.exec(text)?.[1] ?? NO_RULE.exec(text)?.[1];
  if (message !== undefined) return single(lines, from, from + 1, { ...facts, type: 'error', message });
  const fatal = FATAL.exec(text)?.[1];
  if (fatal !== undefined) return single(lines, from, from + 1, { ...facts, type: 'fatal', message: fatal });
  const cmake = CMAKE.exec(text);
  if (cmake === null) return readSaid(lines, from, text);
  const { at } = lines[from] as Line;
  const said: string[] = [];
  let next = from + 1;
  for (; next < lines.length && next < from + 60 && /^\s{2}|^$/.test((lines[next] as Line).text); next++)
    said.push((lines[next] as Line).text.trim());
  const frames = cmake[1] === undefined ? [] : [ownFrame(at, cmake[1], cmake[2])];
  const own = [cmake[3]?.trim() ?? '', ...said].join('\n').trim();
  return single(lines, from, next, { ...facts, type: 'error', message: own, frames });
}
