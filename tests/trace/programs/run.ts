/**
 * Runs the programs of this folder and records what they print in `../corpus/<format>/<name>.txt`.
 *
 *     node tests/trace/programs/run.ts [FORMAT…] [--only NAME]
 *
 * Each format has a `programs.json` (type `Programs` below) beside the folders of its programs. The folders are copied
 * to a temporary place, built there, run, and their output is made neutral: no path, pid or date of this machine.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Programs = {
  /** Toolchains by name and the command that prints the version; a format is skipped when none is there. */
  versions: Record<string, string>;
  /** Runs once in the copy of the format's folder: installs, builds, starts servers. */
  setup?: string;
  /** Runs at the end in the same place, also after a failure: stops what `setup` started. */
  teardown?: string;
  programs: Program[];
};

type Program = {
  /** Of the recorded text. */
  name: string;
  /** Folder that the command runs in, called /srv/app in the recorded text. */
  in: string;
  /** For `sh`; both outputs are recorded. `$ROOT` is the repository, `$PLACE` the copy of the format's folder. */
  run: string;
  /** Toolchains it needs, of `versions`; all when absent. */
  needs?: string[];
};

const here = import.meta.dirname;
const corpus = join(here, '..', 'corpus');
const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const formats = positionals.length > 0 ? positionals : listFormats();
const counts = { ran: 0, skipped: 0, failed: 0 };
for (const format of formats) runFormat(format);
console.log(`${counts.ran} run, ${counts.skipped} skipped, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.ran === 0 ? 1 : 0;

function listFormats(): string[] {
  return readdirSync(here).filter((name) => existsSync(join(here, name, 'programs.json')));
}

function runFormat(format: string): void {
  const list = JSON.parse(readFileSync(join(here, format, 'programs.json'), 'utf8')) as Programs;
  const programs = list.programs.filter(({ name }) => values.only === undefined || values.only === name);
  const place = join(tmpdir(), 'tracebook-programs', format);
  const versions = readVersions(list.versions);
  const ready = programs.filter((program) => isReady(format, program, list, versions));
  if (ready.length === 0) return;

  rmSync(place, { recursive: true, force: true });
  cpSync(join(here, format), place, { recursive: true });
  const into = join(corpus, format);
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'versions.json'), `${JSON.stringify(versions, null, 2)}\n`);
  try {
    if (list.setup !== undefined) setUp(format, list.setup, place);
    for (const program of ready) record(format, program, place, into);
  } catch (error) {
    counts.failed += 1;
    console.log(`failed  ${format}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (list.teardown !== undefined) shell(list.teardown, place);
  }
}

function readVersions(commands: Record<string, string>): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const [name, command] of Object.entries(commands)) {
    const { status, output } = shell(command, here);
    if (status === 0) versions[name] = output.trim().split('\n')[0] ?? '';
  }
  return versions;
}

function isReady(
  format: string,
  program: Program,
  list: Programs,
  versions: Record<string, string>,
): boolean {
  const missing = (program.needs ?? Object.keys(list.versions)).filter((name) => !(name in versions));
  if (missing.length === 0) return true;
  counts.skipped += 1;
  console.log(`skipped ${format}/${program.name}: no ${missing.join(', ')} here`);
  return false;
}

function setUp(format: string, command: string, place: string): void {
  const { status, output } = shell(command, place);
  if (status !== 0) throw new Error(`the setup of ${format} ended with ${status}:\n${output}`);
}

function record(format: string, program: Program, place: string, into: string): void {
  const { output } = shell(program.run, join(place, program.in));
  const text = neutral(output, place, program.in);
  const leak = [homedir(), place, here].find((path) => text.includes(path));
  if (text.trim() === '' || leak !== undefined) {
    counts.failed += 1;
    console.log(
      `failed  ${format}/${program.name}: ${leak ? `its output names ${leak}` : 'it printed nothing'}`,
    );
    return;
  }
  writeFileSync(join(into, `${program.name}.txt`), text);
  counts.ran += 1;
  const said =
    readExpected(into)[program.name] === undefined ? ': expected.json does not say what it means' : '';
  console.log(`ran     ${format}/${program.name}${said}`);
}

function readExpected(into: string): Record<string, unknown> {
  const file = join(into, 'expected.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

function shell(command: string, cwd: string): { status: number; output: string } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|CI$|NO_COLOR|RUST_|PYTEST_|NODE_OPTIONS)/i.test(name),
    ),
  );
  const ran = spawnSync('sh', ['-c', `exec 2>&1\n${command}`], {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 1 << 26,
    env: { ...env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'dumb', PLACE: join(cwd, '..'), ROOT: join(here, '..', '..', '..') },
  });
  return { status: ran.status ?? 1, output: ran.stdout };
}

/** Text without paths, process ids, addresses, dates and durations of this machine. */
function neutral(output: string, place: string, folder: string): string {
  const addresses = new Map<string, string>();
  const goroutines = new Map([['1', '1']]);
  const steps: [RegExp | string, string | ((text: string) => string)][] = [
    [join(place, folder), '/srv/app'],
    [place, '/srv'],
    [homedir(), '/home/app'],
    // Toolchains in a home folder
    [/(\/home\/app|~)\/\.pyenv\/versions\/[\d.]+/g, '/usr'],
    [/\/home\/app\/\.rustup\/toolchains\/[^/\s]+/g, '/usr'],
    [/(registry\/src\/)[^/\s]*-([0-9a-f]{16})/g, '$1index-$2'],
    [join(here, '..', '..', '..'), '/srv/tools'],
    // What a machine's own settings of npm and pip print
    [/^(npm warn Unknown user config|Looking in (links|indexes):).*\n/gm, ''],
    [/\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d_\d{3}Z/g, '2026-02-03T09_41_07_120Z'],
    // Process ids and ports
    [/(serving 127\.0\.0\.1:)\d+/g, '$150312'],
    [/==\d+==/g, '==4242=='],
    [/\b([pt]id[= ])\d+/g, '$14242'],
    [/\bgen\d+@[\w.-]+/g, 'gen4242@shop-1'],
    [/(\[emerg\] )\d+#\d+/g, '$14242#4242'],
    [/^(bash: line \d+:) +\d+/gm, '$1 4242'],
    [/\/tmp\/cc\w{6}\.o/g, '/tmp/ccQ3mTzR.o'],
    [/(thread '[^']*' \()\d+\)/g, '$14242)'],
    [/(\d #|UTC \[)\d+\]/g, '$14242]'],
    // Dates
    [/\b20\d\d-\d\d-\d\d([T ])\d\d:\d\d:\d\d/g, '2026-02-03$109:41:07'],
    [/(?<=2026-02-03.09:41:07[.,])\d+/g, (text) => '218402913'.slice(0, text.length)],
    [/\b20\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d/g, '2026/02/03 09:41:07'],
    [/\b[A-Z][a-z]{2} \d{1,2}, 20\d\d \d{1,2}:\d\d:\d\d/g, 'Feb 03, 2026 9:41:07'],
    [/\b\d{1,2} [A-Z][a-z]{2} 20\d\d \d\d:\d\d:\d\d/g, '03 Feb 2026 09:41:07'],
    [
      /(\bin |elapsed: |[Tt]ime:? +|^FAIL\t\S+\t|\()\d+(\.\d+)? ?(ms|s|seconds)\b/gm,
      (text) => text.replace(/[\d.]+(?= ?(m?s|seconds)$)/, '0.12'),
    ],
    [/^\d\d:\d\d:\d\d\.\d{3} \[/gm, '09:41:07.218 ['],
    [/[\d.]+ (runs|assertions)\/s/g, '100.0 $1/s'],
    // Addresses and goroutines, alike for the same
    [/(?<=goroutine )\d+/gi, (text) => goroutineOf(text, goroutines)],
    [/0x[0-9a-f]{6,16}/g, (text) => addressOf(text, addresses)],
  ];
  let text = output.replaceAll('\r\n', '\n');
  for (const [from, to] of steps)
    text = typeof to === 'string' ? text.replaceAll(from, to) : text.replaceAll(from, to);
  return text;
}

function addressOf(text: string, seen: Map<string, string>): string {
  if (/^0x0+$/.test(text)) return text;
  const digits = text.length > 10 ? 12 : 6;
  const known = seen.get(text) ?? `0x7${(0x10 * (seen.size + 1)).toString(16).padStart(digits - 1, '0')}`;
  seen.set(text, known);
  return known;
}

function goroutineOf(text: string, seen: Map<string, string>): string {
  const known = seen.get(text) ?? String(17 + seen.size);
  seen.set(text, known);
  return known;
}
