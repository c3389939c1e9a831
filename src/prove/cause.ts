import { judge } from './judge.ts';
import { compareWithRecord, record } from './record.ts';
import { makeRuns, Skip, type CauseJob } from './runs.ts';

export type Outcome =
  | { status: 'proved'; note?: string }
  | { status: 'skipped'; reason: string }
  | { status: 'failed'; problems: string[] };

/** Runs all that proves one cause, and compares it with the record or writes the record anew. */
export async function proveCause(job: CauseJob, update: boolean): Promise<Outcome> {
  try {
    const runs = await makeRuns(job);
    const problems = judge(job, runs);
    if (problems.length > 0) return { status: 'failed', problems };
    if (update) {
      await record(job, runs);
      return { status: 'proved', note: 'trace.txt and proof.json written' };
    }
    const compared = compareWithRecord(job, runs.broken.output);
    if ('problem' in compared) return { status: 'failed', problems: [compared.problem] };
    return { status: 'proved', ...compared };
  } catch (error) {
    if (error instanceof Skip) return { status: 'skipped', reason: error.message };
    throw error;
  }
}
