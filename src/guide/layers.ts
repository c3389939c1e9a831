import type { SourceFile } from './content-files.ts';
import { sides, type Cause, type Environment, type Guide, type Side } from './content.ts';
import type { RunCommand } from './schema-fields.ts';

export type { Side };

/** A folder of files that lies on those before it. */
export type Layer = { name: string; dir: string; files: SourceFile[] };

/**
 * The layers of a run's folder, the lowest first; a later file replaces an earlier one of the same path.
 * @param side the side of the cause that is run
 */
export function runLayers(guide: Guide, cause: Cause, environment: Environment, side: Side): Layer[] {
  return [
    { name: 'the environment', dir: environment.dir, files: environment.files },
    ...appLayers(guide, cause),
    ...sideLayers(cause, side, environment),
  ];
}

function appLayers(guide: Guide, cause: Cause): Layer[] {
  const { framework } = guide;
  return [
    { name: "the framework's app/", dir: `${framework.dir}/app`, files: framework.app },
    { name: "the guide's app/", dir: `${guide.dir}/app`, files: guide.app },
    { name: "the cause's app/", dir: `${cause.dir}/app`, files: cause.layers.app },
  ];
}

function sideLayers(cause: Cause, side: Side, environment: Environment | undefined): Layer[] {
  const layer = (name: string, files: SourceFile[]) => ({
    name: `${name}/`,
    dir: `${cause.dir}/${name}`,
    files,
  });
  return [
    layer(side, cause.layers[side]),
    ...(environment
      ? [layer(`${side}@${environment.id}`, cause.environmentLayers[side][environment.id] ?? [])]
      : []),
  ];
}

/**
 * The files of a run's folder, by path.
 * @param test the cause whose test lies beside the files, in test/; none for a run of the program
 */
export function composeRun(
  guide: Guide,
  cause: Cause,
  environment: Environment,
  side: Side,
  test?: Cause,
): SourceFile[] {
  const tests = (test?.layers.test ?? []).map((file) => ({ ...file, path: `test/${file.path}` }));
  return stack([...runLayers(guide, cause, environment, side).map(({ files }) => files), tests]);
}

/**
 * The files of a cause as a page shows them, in the environment that it shows: all layers but the environment's own.
 * A file of the environment is among them where a side replaces it. What a package tool writes is left out.
 */
export function composeSide(guide: Guide, cause: Cause, side: Side): SourceFile[] {
  const environment: Environment | undefined = guide.framework.environments[0];
  const filesOf = (which: Side) => sideLayers(cause, which, environment).map(({ files }) => files);
  const own = new Set(sides.flatMap((which) => filesOf(which).flat()).map(({ path }) => path));
  const replaced = environment?.files.filter(({ path }) => own.has(path)) ?? [];
  const app = appLayers(guide, cause).map(({ files }) => files);
  return stack([replaced, ...app, ...filesOf(side)]).filter(({ path }) => !writtenLocks.test(path));
}

/** Locks that only a tool writes: hundreds of lines that nobody reads. */
const writtenLocks = /(^|\/)(package-lock\.json|go\.sum|Cargo\.lock)$/;

/** What decides about a cause's runs, from the nearest place that says it. */
export type RunSettings = {
  commands: Record<Side | 'test', string>;
  services: string[];
};

/** @returns the settings, or the names of the fields that no place gives */
export function runSettings(
  guide: Guide,
  cause: Cause,
  environment: Environment,
): RunSettings | { missing: string[] } {
  const places = [cause.frontmatter, guide.frontmatter, guide.framework.settings];
  const run: RunCommand | undefined = places.find((frontmatter) => frontmatter.run !== undefined)?.run;
  const test = places.find((frontmatter) => frontmatter.test !== undefined)?.test;
  if (run === undefined || test === undefined) {
    return { missing: [...(run === undefined ? ['run'] : []), ...(test === undefined ? ['test'] : [])] };
  }
  const services =
    cause.frontmatter.services ??
    guide.frontmatter.services ??
    environment.services ??
    guide.framework.settings.services;
  const commands = typeof run === 'string' ? { broken: run, fixed: run, test } : { ...run, test };
  return { commands, services };
}

/** Later files replace earlier ones of the same path; sorted by path. */
function stack(layers: SourceFile[][]): SourceFile[] {
  const files = new Map(layers.flat().map((file) => [file.path, file]));
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
