import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileFault } from '../files/file-fault.ts';
import { makeCache, missingContent, shownFolder, type Places } from '../files/places.ts';
import { readContent } from '../guide/content.ts';
import { formatProblem, type Problem } from '../guide/problems.ts';
import { chooseChanged, chooseOlder, currentCommit, oldestFirst } from '../prove/choose.ts';
import { allJobs, jobName, selectJobs, type Job } from '../prove/jobs.ts';
import type { Outcome } from '../prove/prove-job.ts';
import { jobNames, proveJobs } from '../prove/prove.ts';
import { Interrupted } from '../prove/sandbox/errors.ts';
import { openSession, type Session } from '../prove/sandbox/session.ts';
import { setupItems } from '../prove/setup-items.ts';
import { setUp } from '../prove/setup.ts';
import { removeUnused } from '../prove/toolchain-cache.ts';
import { createProgress } from './progress.ts';

export type ProveFlags = {
  /** Installs what is missing, and proves nothing. */
  setup?: boolean;
  update?: boolean;
  /** A commit, or true for the one before. */
  changed?: string | boolean;
  /** Days. */
  since?: number;
  /** Seconds. */
  budget?: number;
  jobs?: number;
};

/** An installed environment that no run used for so long is removed. */
const UNUSED_DAYS = 30;

/**
 * Proves guides: runs their code and compares what it prints with the records.
 * Prints one line a job and the counts.
 * @returns the exit code: 0 when all that this machine can prove is proved, 1 when some is not or nothing was, 2 on
 *   bad use, 130 when interrupted
 */
export async function prove(
  selection: string | undefined,
  flags: ProveFlags,
  places: Pick<Places, 'content' | 'cache'>,
  print: (line: string) => void = console.log,
): Promise<number> {
  const missing = missingContent(places);
  if (missing) {
    print(missing);
    return 2;
  }
  makeCache(places);
  const read = readContent(places.content);
  const { content } = read;
  // What is wrong with a record is what an update mends.
  const isRecord = ({ file }: Problem) => /\/recorded\/[^/]+(\/|$)/.test(file);
  const problems = read.problems.filter((problem) => !flags.update || !isRecord(problem));
  for (const problem of problems) print(formatProblem(problem));
  const all = allJobs(content);
  if (all.length === 0) {
    print(`There is no guide to prove in ${shownFolder(places.content)}.`);
    return 1;
  }
  const selected = selection === undefined ? all : selectJobs(all, selection);
  if ('problem' in selected) {
    const named = content.unreadable.find((id) => selection === id || selection?.startsWith(`${id}/`));
    print(named ? `${named} has the problems above. Mend them first.` : selected.problem);
    return problems.length === 0 ? 2 : 1;
  }
  let jobs: Job[];
  try {
    jobs = chooseJobs(selected, flags, places.content);
  } catch (error) {
    print((error as Error).message);
    return 2;
  }
  if (jobs.length === 0) {
    print('0 proved, 0 failed, 0 skipped: no cause is older or changed.');
    return problems.length === 0 ? 0 : 1;
  }

  if (flags.setup) {
    const isReady = await setUp(setupItems(jobs, join(places.cache, 'prove')), print);
    return isReady ? 0 : 1;
  }

  let session: Session | undefined;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    session?.stop();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  const progress = createProgress(jobs.length, print);
  try {
    session = await openSession({ print });
    // The signal may have come before there was a session to stop.
    if (isStopped) session.stop();
    const { counts, left } = await proveJobs(content, jobs, session, {
      update: flags.update ?? false,
      cache: places.cache,
      jobs: flags.jobs ?? Math.min(4, availableParallelism() + 1),
      budget: flags.budget,
      report: (job, outcome, seconds) => progress.add(describe(jobName(job), outcome, seconds)),
    });
    progress.end();
    await removeUnused(join(places.cache, 'prove'), UNUSED_DAYS);
    if (left.length > 0) print(`left out, the budget of ${flags.budget} s is spent: ${jobNames(left)}`);
    const absent = counts.absent > 0 ? `, ${counts.absent} in optional environments left out` : '';
    print(`${counts.proved} proved, ${counts.failed} failed, ${counts.skipped} skipped${absent}`);
    if (counts.proved === 0 && counts.failed === 0)
      print('Nothing was proved, so this run says nothing about the guides.');
    return counts.failed === 0 && counts.proved > 0 && problems.length === 0 ? 0 : 1;
  } catch (error) {
    progress.end();
    const fault = fileFault(error);
    if (fault) print(fault);
    if (fault) return 1;
    if (!(error instanceof Interrupted)) throw error;
    print('Interrupted: what was running has been stopped.');
    return 130;
  } finally {
    await session?.close();
    for (const signal of signals) process.off(signal, stop);
  }
}

/**
 * The jobs that the flags choose. `--changed` and `--since` narrow; with a budget the changed ones come first, and then
 * the others with the oldest records.
 */
function chooseJobs(jobs: Job[], { changed, since, budget }: ProveFlags, contentDir: string): Job[] {
  const revision = changed === true ? 'HEAD~1' : changed === false ? undefined : changed;
  const differing = revision === undefined ? undefined : chooseChanged(jobs, revision, contentDir);
  const older = since === undefined ? undefined : chooseOlder(jobs, since, new Date());
  if (budget === undefined) {
    if (!differing && !older) return jobs;
    const chosen = new Set([...(differing ?? []), ...(older ?? [])]);
    return jobs.filter((job) => chosen.has(job));
  }
  const first = differing ?? [];
  const rest = (older ?? jobs).filter((job) => !first.includes(job));
  return [...first, ...oldestFirst(rest, currentCommit(contentDir))];
}

function describe(name: string, outcome: Outcome, seconds: number): string {
  if (outcome.status === 'skipped') return `skipped ${name}: ${outcome.reason}`;
  if (outcome.status === 'proved') {
    return `proved  ${name} (${seconds.toFixed(1)} s)${outcome.note ? `: ${outcome.note}` : ''}`;
  }
  return [`failed  ${name}`, ...outcome.problems.map((problem) => problem.replace(/^/gm, '  '))].join('\n');
}
