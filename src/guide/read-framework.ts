import { basename, join } from 'node:path';
import type { ContentFiles } from './content-files.ts';
import type { Environment, Framework, FrameworkCi } from './content-types.ts';
import { checkReserved, reservedNames } from './reserved-names.ts';
import { environmentId, slug } from './schema-fields.ts';
import { frameworkSchema, type EnvironmentSettings, type FrameworkSettings } from './schema.ts';

/** A framework, and what reading its guides takes. */
export type FrameworkFolder = {
  framework: Framework;
  ci: FrameworkCi;
  /** Whether framework.yaml can be read. Guides are read for their problems all the same. */
  isReadable: boolean;
  /** The folders of its guides, as paths. */
  guideDirs: string[];
};

/** Reads the folder of a framework, but not its guides. */
export function readFramework(files: ContentFiles, dir: string): FrameworkFolder {
  files.checkName(dir, slug);
  files.checkNames(dir, { files: frameworkFiles, folders: 'any' }, "a framework's folder");
  const yaml = files.yaml(frameworkSchema, join(dir, 'framework.yaml'));
  for (const name of reservedNames.guide) checkReserved(files, join(dir, name), 'guide.mdx');
  files.checkNames(join(dir, 'environments'), { files: [], folders: 'any' }, 'environments/');
  const environmentNames = files.folders(join(dir, 'environments'));
  const named = yaml?.value.environments ?? environmentNames.map((id) => ({ id, optional: false }));
  const environments = named.map((environment) => readEnvironment(files, dir, environment));
  for (const name of environmentNames) {
    if (named.some(({ id }) => id === name)) continue;
    const message = `is not among the environments of framework.yaml (${named.map(({ id }) => id).join(', ')}). Name it there, or remove the folder.`;
    files.report(join(dir, 'environments', name), message);
  }
  const framework: Framework = {
    id: basename(dir),
    dir,
    settings: yaml?.value ?? unreadableFramework,
    lineOf: yaml?.lineOf ?? (() => 1),
    environments,
    app: files.sources(join(dir, 'app')),
  };
  const ci = { path: join(dir, 'ci.yml'), text: files.shownText(join(dir, 'ci.yml')) };
  const names = files.folders(dir, [...frameworkFiles, ...reservedNames.guide]);
  return { framework, ci, isReadable: yaml !== undefined, guideDirs: names.map((name) => join(dir, name)) };
}

const frameworkFiles = ['framework.yaml', 'ci.yml'];

/** Stands for a framework.yaml that cannot be read, so that the guides below are still read for their own problems. */
export const unreadableFramework = {
  name: '',
  language: '',
  summary: '',
  packages: [],
  runtime: '',
  services: [],
  environments: [],
  dropLines: [],
} satisfies FrameworkSettings;

function readEnvironment(
  files: ContentFiles,
  frameworkDir: string,
  settings: EnvironmentSettings,
): Environment {
  const dir = join(frameworkDir, 'environments', settings.id);
  files.checkName(dir, environmentId);
  const locks = files.sources(dir);
  if (locks.length === 0)
    files.report(dir, 'must be a folder that holds the locks of the environment, found no file. Add them.');
  return { ...settings, dir, files: locks };
}
