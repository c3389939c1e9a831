import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findControlGroups } from './cgroup.ts';
import { Interrupted } from './errors.ts';
import { describeFence, findFence } from './fence.ts';
import { makeOwnedName } from './owner.ts';
import { removeFolder } from './run-folder.ts';
import { runInSandbox, type RunPlace } from './run.ts';
import { sweepLeftovers } from './sweep.ts';
import type { Fence, RunRequest, RunResult } from './types.ts';

/** Runs commands, each fenced off in a folder of its own. */
export type Session = {
  /** What this machine fences, or why not. */
  fence: Fence;
  /**
   * @throws Interrupted after `stop`, Skip when this machine lacks something, StartFailed when a service or the sandbox
   *   does not start
   */
  run(request: RunRequest): Promise<RunResult>;
  /** Ends all runs, which reject with Interrupted, and lets none begin. */
  stop(): void;
  /** Waits for all runs and removes the session's folder. */
  close(): Promise<void>;
};

/**
 * Opens a session, after removing what killed ones left on this machine.
 * @param options.print gets a sentence about each thing that a person should know
 * @param options.modes the ways to fence that are tried, the best first
 */
export async function openSession(options: {
  print: (line: string) => void;
  modes?: Fence['mode'][];
}): Promise<Session> {
  const parent = await realpath(tmpdir());
  const swept = await sweepLeftovers(parent);
  const left = Object.entries(swept).filter(([, count]) => count > 0);
  if (left.length > 0) {
    options.print(
      `Removed what a killed run left: ${left.map(([what, count]) => `${count} ${what}`).join(', ')}.`,
    );
  }
  const name = await makeOwnedName();
  const folder = join(parent, name);
  await mkdir(folder, { mode: 0o700 });
  const place: RunPlace = {
    name,
    folder,
    mode: 'none',
    groups: await findControlGroups(name),
    count: 0,
    running: new Set(),
  };
  const fence = await findFence(place, options.modes);
  place.mode = fence.mode;
  const sentence = describeFence(fence);
  if (sentence) options.print(sentence);

  const pending = new Set<Promise<unknown>>();
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    for (const running of place.running) running.kill();
  };
  return {
    fence,
    stop,
    async run(request) {
      const result = runInSandbox(place, request, () => {
        if (isStopped) throw new Interrupted();
      });
      pending.add(result);
      return await result.finally(() => pending.delete(result));
    },
    async close() {
      await Promise.allSettled(pending);
      await removeFolder(folder);
    },
  };
}
