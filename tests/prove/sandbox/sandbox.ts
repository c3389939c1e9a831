import { readdir, readFile } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import { openSession, type Session } from '../../../src/prove/sandbox/session.ts';
import { isFull } from '../../full.ts';
import type { FenceMode, Limits, RunRequest, RunResult } from '../../../src/prove/sandbox/types.ts';

export type Sandbox = Session & {
  /** Runs a shell command with small limits, some of which a test changes. */
  sh: (command: string, limits?: Partial<Limits>, more?: Partial<RunRequest>) => Promise<RunResult>;
};

/** Opens a session with one way to fence; it ends with the test. Skips the test where the machine has no such way. */
export async function openSandbox(context: TestContext, mode: FenceMode): Promise<Sandbox | undefined> {
  const lines: string[] = [];
  const session = await openSession({ print: (line) => lines.push(line), modes: [mode] });
  context.after(() => session.close());
  if (session.fence.mode !== mode) {
    context.skip(`needs the fence "${mode}": ${session.fence.files}`);
    return undefined;
  }
  const sh: Sandbox['sh'] = (command, limits = {}, more = {}) =>
    session.run({
      command,
      files: [],
      tools: { environment: {}, paths: [] },
      limits: { seconds: 20, outputBytes: 10_000, ...limits },
      ...more,
    });
  return { ...session, sh };
}

/** The ways to fence that can be had here: root may make every kind. */
export const fences: FenceMode[] = process.getuid?.() === 0 ? ['root', 'user'] : ['user'];

/** The ways to fence that a test tries: all of them in the full test, else the one that is chosen here. */
export const triedFences: FenceMode[] = isFull ? fences : fences.slice(0, 1);

/** The same, and in the full test to run without a fence. */
export const modes: FenceMode[] = isFull ? [...fences, 'none'] : triedFences;

/** The process ids whose command line contains a text. */
export async function processesWith(text: string): Promise<number[]> {
  const found: number[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(text) && Number(pid) !== process.pid) found.push(Number(pid));
  }
  return found;
}
