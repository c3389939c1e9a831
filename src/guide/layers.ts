import type { SourceFile } from './content-files.ts';
import type { Cause, Environment, Guide } from './content.ts';
import type { RunCommand } from './schema.ts';

export type Side = 'broken' | 'fixed';

/** A folder of files that lies on those before it. */
export type Layer = { name: string; dir: string; files: SourceFile[] };

/**
 * The layers of a run's folder, the lowest first; a later file replaces an earlier one of the same path.
 * @param side the side of the cause that is run
 */
export function runLayers(guide: Guide, cause: Cause, environment: Environment, side: Side): Layer[] {
  const { framework } = guide;
  return [
    { name: 'the environment', dir: environment.dir, files: environment.files },
    ...appLayers(guide, cause),
    { name: `${side}/`, dir: `${cause.dir}/${side}`, files: cause.layers[side] },
  ];

  function appLayers(guide: Guide, cause: Cause): Layer[] {
    return [
      { name: "the framework's app/", dir: `${framework.dir}/app`, files: framework.app },
      { name: "the guide's app/", dir: `${guide.dir}/app`, files: guide.app },
      { name: "the cause's app/", dir: `${cause.dir}/app`, files: cause.layers.app },
    ];
  }
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

/** The files of a cause as a page shows them: all layers but the environment's, unless a side replaces its lock. */
export function composeSide(guide: Guide, cause: Cause, side: Side): SourceFile[] {
  return stack([guide.framework.app, guide.app, cause.layers.app, cause.layers[side]]);
}

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
  const places = [cause.facts, guide.facts, guide.framework.facts];
  const run: RunCommand | undefined = places.find((facts) => facts.run !== undefined)?.run;
  const test = places.find((facts) => facts.test !== undefined)?.test;
  if (run === undefined || test === undefined) {
    return { missing: [...(run === undefined ? ['run'] : []), ...(test === undefined ? ['test'] : [])] };
  }
  const services =
    cause.facts.services ?? guide.facts.services ?? environment.services ?? guide.framework.facts.services;
  const commands = typeof run === 'string' ? { broken: run, fixed: run, test } : { ...run, test };
  return { commands, services };
}

/** Later files replace earlier ones of the same path; sorted by path. */
function stack(layers: SourceFile[][]): SourceFile[] {
  const files = new Map(layers.flat().map((file) => [file.path, file]));
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
