import { join } from 'node:path';
import type { Content } from '../guide/content.ts';
import { fileName } from '../guide/content-files.ts';
import { didYouMean, type Problem } from '../guide/problems.ts';
import { runtimes } from './runtimes/index.ts';
import { services } from './services/index.ts';

/** Finds runtimes and services in a content that no file of prove is for. */
export function checkRunners({ dir, frameworks, guides }: Content): Problem[] {
  const problems: Problem[] = [];
  const check = (file: string, line: () => number, field: string, name: string, known: string[]) => {
    if (known.includes(name)) return;
    const hint = didYouMean(name, known) || ` Available: ${known.join(', ')}.`;
    const message = `There is no ${field === 'runtime' ? 'runtime' : 'service'} "${name}".${hint}`;
    // The line of a guide that was kept is read from its file.
    problems.push({ file: fileName(join(dir, '..'), file), line: line(), field, message });
  };
  const checkServices = (
    file: string,
    lineOf: (path: PropertyKey[]) => number,
    list: string[] | undefined,
    path: PropertyKey[] = ['services'],
  ) =>
    list?.forEach((id, i) =>
      check(file, () => lineOf([...path, i]), `services[${i}]`, id.split('@')[0]!, Object.keys(services)),
    );
  for (const { dir: folder, settings, lineOf } of frameworks) {
    const file = join(folder, 'framework.yaml');
    check(file, () => lineOf(['runtime']), 'runtime', settings.runtime, Object.keys(runtimes));
    checkServices(file, lineOf, settings.services);
    settings.environments.forEach((environment, i) =>
      checkServices(file, lineOf, environment.services, ['environments', i, 'services']),
    );
  }
  for (const guide of guides) {
    checkServices(join(guide.dir, 'guide.mdx'), guide.lineOf, guide.frontmatter.services);
    for (const { dir: folder, frontmatter, lineOf } of guide.causes)
      checkServices(join(folder, 'cause.mdx'), lineOf, frontmatter.services);
  }
  return problems;
}
