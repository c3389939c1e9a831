import { join } from 'node:path';
import type { Content } from '../guide/content.ts';
import { matchIndex } from '../guide/match-index.ts';
import { jobName, type Job } from './jobs.ts';
import { proveJob, type Outcome } from './prove-job.ts';
import { addIds } from './record.ts';
import type { Session } from './sandbox/session.ts';
import { createTools } from './tools.ts';

export type ProveOptions = {
  /** Write the records instead of comparing with them. */
  update: boolean;
  /** Folder for what is installed, kept between runs. */
  cache: string;
  /** How many runs go at once. */
  jobs: number;
  /** Seconds after which no further job begins. */
  budget?: number | undefined;
  /** Called for each job as soon as it is done; `seconds` is what its runs took. */
  report: (job: Job, outcome: Outcome, seconds: number) => void;
};

/** `absent`: skipped, in an optional environment that this machine does not have. */
export type Counts = { proved: number; failed: number; skipped: number; absent: number };

/**
 * Proves jobs of a content, in their order.
 * @returns the counts, and the jobs that the budget left out
 * @throws Interrupted
 */
export async function proveJobs(
  content: Content,
  jobs: Job[],
  session: Session,
  options: ProveOptions,
): Promise<{ counts: Counts; left: Job[] }> {
  const counts: Counts = { proved: 0, failed: 0, skipped: 0, absent: 0 };
  const index = matchIndex(content);
  const tools = createTools(session, join(options.cache, 'prove'), options.jobs);
  const start = performance.now();
  const isOver = () => options.budget !== undefined && (performance.now() - start) / 1000 >= options.budget;
  const waiting = [...jobs];
  const proved: string[] = [];
  const work = async () => {
    while (waiting.length > 0 && !isOver()) {
      const job = waiting.shift()!;
      const begin = performance.now();
      const outcome = await proveJob(job, tools, index, options.update).catch((error: unknown) => {
        // Interrupted: the others begin nothing more.
        waiting.length = 0;
        throw error;
      });
      const isAbsent = outcome.status === 'skipped' && job.environment.optional;
      counts[isAbsent ? 'absent' : outcome.status] += 1;
      if (outcome.status === 'proved') proved.push(job.guide.id, `${job.guide.id}/${job.cause.id}`);
      options.report(job, outcome, (performance.now() - begin) / 1000);
    }
  };
  try {
    // One job more than runs: while one waits for its last run, the next prepares.
    await Promise.all(Array.from({ length: Math.min(options.jobs, jobs.length) + 1 }, work));
  } finally {
    if (options.update) await addIds(join(content.dir, 'ids.txt'), proved);
  }
  return { counts, left: waiting };
}

/** The names of jobs, for messages. */
export function jobNames(jobs: Job[]): string {
  return jobs.map(jobName).join(', ');
}
