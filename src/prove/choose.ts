import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { sep } from 'node:path';
import { jobName, type Job } from './jobs.ts';

/** The jobs whose records are older than a number of days, or missing. */
export function chooseOlder(jobs: Job[], days: number, now: Date): Job[] {
  const day = new Date(Math.max(0, now.getTime() - days * 86_400_000));
  const limit = day.toISOString().slice(0, 10);
  return jobs.filter(({ record }) => (record.proof?.date ?? '') < limit);
}

/**
 * The jobs with a file that differs from a commit: committed since, edited or new.
 * @throws Error in one sentence when git has no such commit
 */
export function chooseChanged(jobs: Job[], revision: string, contentDir: string): Job[] {
  const changed = changedFiles(revision, contentDir);
  return jobs.filter(({ guide, cause, environment }) => {
    const { framework } = guide;
    const folders = [cause.dir, `${guide.dir}/app`, `${framework.dir}/app`, environment.dir];
    const files = [`${guide.dir}/guide.mdx`, `${framework.dir}/framework.yaml`];
    const isIn = (path: string) =>
      files.includes(path) || folders.some((folder) => path.startsWith(`${folder}/`));
    return changed.some(isIn);
  });
}

/** Absolute paths, with `/`. */
function changedFiles(revision: string, contentDir: string): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: contentDir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    // A revision that begins with "-" must not be an option of git.
    const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
    const lists = [
      git('diff', '--name-only', '--relative', '-z', commit, '--', '.'),
      git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
    ];
    const dir = contentDir.split(sep).join('/');
    return lists.flatMap((list) => list.split('\0').filter(Boolean)).map((path) => `${dir}/${path}`);
  } catch (error) {
    const { stderr, code } = error as { stderr?: string; code?: string };
    const why = code === 'ENOENT' ? 'git is not installed' : (stderr ?? '').trim().split('\n')[0];
    throw new Error(
      `What differs from "${revision}" cannot be found: ${why}. Name a commit of this repository.`,
      { cause: error },
    );
  }
}

/**
 * Puts the jobs with the oldest records first, those without one before all. Jobs of the same day stand in an order that
 * the commit decides, so that each commit begins with others.
 */
export function oldestFirst(jobs: Job[], commit: string): Job[] {
  const keyOf = (job: Job) =>
    createHash('sha256')
      .update(`${commit}\0${jobName(job)}`)
      .digest('hex');
  return jobs
    .map((job) => ({ job, date: job.record.proof?.date ?? '', key: keyOf(job) }))
    .sort((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map(({ job }) => job);
}

/** The hash of the commit that a folder is at; '' where git has none. */
export function currentCommit(dir: string): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
