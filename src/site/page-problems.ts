import type { Problem } from '../guide/problems.ts';

/** Files of a framework's folder that all of its guides are made of. */
const FRAMEWORK_FILES = new Set(['framework.yaml', 'ci.yml', 'environments', 'app']);

/**
 * The problems that concern a page, and those that do not, in their order. A guide's page is made of its own folder, its
 * framework's files and those of the site; a framework's page of all its guides; every other page of all the content.
 * @param path the page's path below the base: `guides/celery/worker-lost-error/`
 */
export function pageProblems(path: string, problems: Problem[]): { own: Problem[]; others: Problem[] } {
  const [, framework, guide] = /^guides\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? [];
  const isOwn = ({ file }: Problem) => {
    const [, folder, name] = file.split('/');
    if (framework === undefined || folder === undefined || /^(?:site\.yaml|ids\.txt)$/.test(folder))
      return true;
    if (folder !== framework) return false;
    return guide === undefined || name === undefined || name === guide || FRAMEWORK_FILES.has(name);
  };
  return { own: problems.filter(isOwn), others: problems.filter((problem) => !isOwn(problem)) };
}
