import type { Cause, Content, Environment, Guide, Recorded } from '../guide/content.ts';
import { didYouMean } from '../guide/problems.ts';

/** A cause to prove in one environment. */
export type Job = { guide: Guide; cause: Cause; environment: Environment; record: Recorded };

/** All jobs of a content, in its order. */
export function allJobs(content: Content): Job[] {
  return content.guides.flatMap((guide) => (guide.frontmatter.unproved === undefined ? jobsOf(guide) : []));
}

function jobsOf(guide: Guide): Job[] {
  return guide.causes.flatMap((cause) =>
    guide.framework.environments.map((environment) => ({
      guide,
      cause,
      environment,
      record: cause.recorded.find((record) => record.environment === environment.id)!,
    })),
  );
}

/** A job as messages and selections name it: `celery/worker-lost-error/out-of-memory@5.7`. */
export function jobName({ guide, cause, environment }: Job): string {
  return `${guide.id}/${cause.id}@${environment.id}`;
}

/**
 * The jobs that `FRAMEWORK[/GUIDE[/CAUSE]][@ENVIRONMENT]` names.
 * @returns the jobs, or what is wrong with the selection, in full sentences
 */
export function selectJobs(jobs: Job[], selection: string): Job[] | { problem: string } {
  const [path = '', environment, ...more] = selection.split('@');
  if (more.length > 0)
    return { problem: `"${selection}" names two environments. Name one, or none for all.` };
  const names = path.replace(/\/+$/, '').split('/');
  const pathOf = ({ guide, cause }: Job) => [...guide.id.split('/'), cause.id];
  const named = jobs.filter((job) => {
    const own = pathOf(job);
    return names.length <= own.length && names.every((name, place) => own[place] === name);
  });
  const selected = named.filter((job) => environment === undefined || job.environment.id === environment);
  if (selected.length > 0) return selected;
  if (named.length > 0) {
    const ids = [...new Set(named.map((job) => job.environment.id))];
    return { problem: `No environment "${environment}" in ${path}. Available: ${ids.join(', ')}.` };
  }
  const known = [...new Set(jobs.map((job) => pathOf(job).slice(0, names.length).join('/')))];
  const hint = didYouMean(path, known) || ` Available: ${known.slice(0, 50).join(', ')}.`;
  return {
    problem: `No match for "${selection}". Use FRAMEWORK[/GUIDE[/CAUSE]][@ENVIRONMENT].${hint}`,
  };
}
