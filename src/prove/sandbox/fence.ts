import { readFileSync } from 'node:fs';
import { runInSandbox, type RunPlace } from './run.ts';
import type { Fence, FenceMode } from './types.ts';

/** Finds how this machine can fence a run, by making one in each way until one works. */
export async function findFence(place: RunPlace, modes = defaultModes()): Promise<Fence> {
  const reasons: string[] = [];
  for (const mode of modes) {
    if (mode === 'none') break;
    const problem = await tryFence({ ...place, mode });
    place.count += 1;
    if (problem === undefined) {
      return { mode, network: true, processes: true, files: true, memory: place.groups.memory };
    }
    reasons.push(problem);
  }
  const why = reasons[0] ?? 'this system has none';
  return {
    mode: 'none',
    network: `Programs reach the network, because this machine allows no namespaces (${why}).`,
    processes: `A process that hides from prove may outlive its run, because this machine allows no namespaces (${why}).`,
    files: `Programs may write wherever you may, because this machine allows no namespaces (${why}).`,
    memory: place.groups.memory,
  };
}

/** One sentence for whoever starts prove, or undefined when all is fenced. */
export function describeFence(fence: Fence): string | undefined {
  if (fence.mode !== 'none') return undefined;
  const why = /\((.*)\)/s.exec(fence.files as string)?.[1];
  return `Programs run without a fence on this machine, which allows no namespaces (${why}): they reach the network and your files. Prove only guides that you trust, or run it as root on Linux.`;
}

function defaultModes(): FenceMode[] {
  if (process.platform !== 'linux') return ['none'];
  if (process.getuid?.() !== 0) return ['user', 'none'];
  // In a namespace of users, "root" is an ordinary user. The machine's own root must become another one.
  const [inside, outside] = readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/);
  return inside === outside ? ['root', 'none'] : ['root', 'user', 'none'];
}

/** Returns what went wrong, or undefined. */
async function tryFence(place: RunPlace): Promise<string | undefined> {
  try {
    const tools = { environment: {}, paths: [] };
    const limits = { seconds: 20, outputBytes: 10_000 };
    const { exit, output } = await runInSandbox(place, { command: 'echo fenced', files: [], tools, limits });
    return exit === 0 && output === 'fenced\n' ? undefined : lastLine(output) || `exit code ${exit}`;
  } catch (error) {
    return lastLine((error as Error).message);
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
