import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';

/** Raised when another process holds the lock of `file`; `owner` is its process id where it is known. */
export class Locked extends Error {
  readonly file: string;
  readonly owner: number | undefined;
  constructor(file: string, owner: number | undefined) {
    const who = owner === undefined ? 'another process' : `process ${owner}`;
    super(`${file} is locked by ${who}. Wait until it has ended.`);
    this.file = file;
    this.owner = owner;
  }
}

/**
 * Runs an action while no other process runs one under the same lock file.
 * The kernel holds the lock for this process and releases it when the process ends, however it ends: a lock of a killed
 * process never has to be removed by hand. The file itself stays and names the last owner.
 * @param options `wait: false` throws at once when the lock is held
 * @throws Locked
 */
export async function withFileLock<Result>(
  file: string,
  action: () => Promise<Result>,
  options: { wait: boolean } = { wait: true },
): Promise<Result> {
  await mkdir(dirname(file), { recursive: true });
  const release = await acquire(file, options.wait);
  if (!release) throw new Locked(file, await readOwner(file));
  try {
    // Only information for messages: who holds the lock knows without it.
    await writeFile(file, `${process.pid}\n`).catch(() => {});
    return await action();
  } finally {
    await release();
  }
}

type Release = () => Promise<void>;

/** Returns undefined when the lock is held and nobody wants to wait. */
async function acquire(file: string, wait: boolean): Promise<Release | undefined> {
  if (process.platform === 'win32') return await acquirePipe(file, wait);
  for (const [program, ...args] of holders(file, wait)) {
    const result = await startHolder(program!, args);
    if (result === 'not installed') continue;
    if (result === 'held' || typeof result === 'function') return result === 'held' ? undefined : result;
    throw new Error(`${file} cannot be locked: ${result.problem}. Make its folder writable.`);
  }
  throw new Error('Neither "flock" nor "perl" was found on PATH. Install one of them: file locks need it.');
}

/**
 * Node has no flock(2). A child takes the lock and keeps it until its standard input ends, which the kernel closes with
 * this process. Linux has `flock`, macOS has Perl.
 */
function holders(file: string, wait: boolean): string[][] {
  const keep = 'echo locked; exec cat';
  const perl = `open(F, '>>', $ARGV[0]) or die "$!\n"; flock(F, $ARGV[1]) or exit 1; $| = 1; print "locked\n"; <STDIN>`;
  const [exclusive, nonblocking] = [2, 4];
  return [
    ['flock', ...(wait ? [] : ['-n']), file, '/bin/sh', '-c', keep],
    ['perl', '-e', perl, file, String(exclusive + (wait ? 0 : nonblocking))],
  ];
}

type HolderResult = Release | 'held' | 'not installed' | { problem: string };

function startHolder(program: string, args: string[]): Promise<HolderResult> {
  // In a group of its own: Ctrl-C in a terminal must not end it before the action has cleaned up.
  const child = spawn(program, args, { stdio: 'pipe', detached: true });
  const exited = new Promise<void>((done) => child.once('close', () => done()));
  let problem = '';
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()));
  return new Promise((done) => {
    child.once('error', () => done('not installed'));
    // Both programs end with 1 when another process holds the lock.
    child.once('close', (code) => done(code === 1 ? 'held' : { problem: problem.trim() }));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () =>
      done(async () => {
        child.stdin.end();
        await exited;
      }),
    );
  });
}

/** Windows: a named pipe has one server at most, and ends with its process. */
async function acquirePipe(file: string, wait: boolean): Promise<Release | undefined> {
  const name = createHash('sha256').update(resolve(file)).digest('hex');
  for (;;) {
    const server = createServer();
    const listening = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen(`\\\\.\\pipe\\tracebook-${name}`, () => done(true));
    });
    if (listening) return () => new Promise<void>((done) => server.close(() => done()));
    if (!wait) return undefined;
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function readOwner(file: string): Promise<number | undefined> {
  return Number(await readFile(file, 'utf8').catch(() => '')) || undefined;
}
