import { fileFault } from '../files/file-fault.ts';
import { runSettings } from '../guide/layers.ts';
import type { MatchIndex } from '../match/types.ts';
import { checkRuns } from './check-runs.ts';
import type { Job } from './jobs.ts';
import { compareWithRecord, writeRecord } from './record.ts';
import { makeRuns } from './runs.ts';
import type { ProveTools } from './tools.ts';
import { Interrupted, Skip } from './sandbox/errors.ts';

export type Outcome =
  | { status: 'proved'; note?: string }
  | { status: 'skipped'; reason: string }
  | { status: 'failed'; problems: string[] };

/**
 * Runs all that proves one cause in one environment, and compares it with the record or writes a new record.
 * @throws Interrupted
 */
export async function proveJob(
  job: Job,
  tools: ProveTools,
  index: MatchIndex,
  update: boolean,
): Promise<Outcome> {
  const settings = runSettings(job.guide, job.cause, job.environment);
  if ('missing' in settings) {
    const problems = settings.missing.map((field) => `cause.mdx: ${field} is missing. Add it.`);
    return { status: 'failed', problems };
  }
  try {
    const runs = await makeRuns(job, settings, tools);
    const problems = checkRuns(job, runs, index);
    if (problems.length > 0) return { status: 'failed', problems };
    if (update) {
      const { changed } = await writeRecord(job, runs);
      return {
        status: 'proved',
        note: changed ? 'trace.txt and proof.json written' : 'as recorded, date renewed',
      };
    }
    const compared = compareWithRecord(job, runs);
    if ('problem' in compared) return { status: 'failed', problems: [compared.problem] };
    return { status: 'proved', ...compared };
  } catch (error) {
    if (error instanceof Skip) return { status: 'skipped', reason: error.message };
    if (error instanceof Interrupted) throw error;
    return { status: 'failed', problems: [fileFault(error) ?? (error as Error).message] };
  }
}
