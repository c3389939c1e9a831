import { execFile } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findControlGroups } from './cgroup.ts';
import { Interrupted } from './errors.ts';
import { describeFence, findFence } from './fence.ts';
import { makeOwnedName } from './owner.ts';
import { removeFolder } from './run-folder.ts';
import { runInSandbox, type RunPlace } from './run.ts';
import { sweepLeftovers } from './sweep.ts';
import { makeTemplate } from './template.ts';
import type { PreparedService } from '../services/types.ts';
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
  // Only servers look into it from outside of namespaces, as another user.
  await mkdir(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  let isStopped = false;
  const place: RunPlace = {
    name,
    folder,
    mode: 'none',
    groups: await findControlGroups(name),
    count: 0,
    running: new Set(),
    dieWithProve: await findDieWithProve(),
    check: () => {
      if (isStopped) throw new Interrupted();
    },
  };
  const fence = await findFence(place, options.modes);
  place.mode = fence.mode;
  // Programs run as another user than root, who must be able to read what is installed for them.
  if (fence.mode === 'root') process.umask(process.umask() & ~0o055);
  const sentence = describeFence(fence);
  if (sentence) options.print(sentence);

  const pending = new Set<Promise<unknown>>();
  const templates = new Map<string, Promise<void>>();
  const stop = () => {
    isStopped = true;
    for (const running of place.running) running.kill();
  };
  return {
    fence,
    stop,
    async run(request) {
      const result = makeTemplates(request.services ?? []).then(() => runInSandbox(place, request));
      pending.add(result);
      return await result.finally(() => pending.delete(result));
    },
    async close() {
      await Promise.allSettled(pending);
      await removeFolder(folder);
    },
  };

  /** Each once in a session: runs that come at the same time wait for the first. */
  async function makeTemplates(services: PreparedService[]) {
    for (const service of services) {
      const key = service.template?.folder ?? '';
      if (!templates.has(key)) templates.set(key, makeTemplate(place, service));
      await templates.get(key);
    }
  }
}

async function findDieWithProve(): Promise<string[]> {
  const command = ['setpriv', '--pdeathsig', 'KILL'];
  return await promisify(execFile)(command[0]!, [...command.slice(1), 'true']).then(
    () => command,
    () => [],
  );
}
