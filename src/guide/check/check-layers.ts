import { join } from 'node:path';
import type { SourceFile } from '../content-files.ts';
import type { Cause, Environment, Guide } from '../content.ts';
import { runLayers, type Layer, type Side } from '../layers.ts';
import type { Report } from './report.ts';

/**
 * Checks that each thing stands once: no file equals the one below it, none is the same on both sides, and the sides
 * differ in a file, a command or a lock.
 */
export function checkLayers(guide: Guide, cause: Cause, report: Report): void {
  const said = new Set<string>();
  for (const environment of guide.framework.environments) {
    for (const side of ['broken', 'fixed'] as const) checkSide(guide, cause, environment, side, report, said);
  }
  const { app, broken, fixed, test } = cause.layers;
  for (const file of broken) {
    const other = fixed.find(({ path }) => path === file.path);
    if (!other || !isEqual(file, other)) continue;
    const message = `is the same as fixed/${file.path}. Move it to app/, once.`;
    report.file(join(cause.dir, 'broken', file.path), message);
  }
  const tests = test.map(({ path }) => `test/${path}`);
  for (const { path } of [...guide.framework.app, ...guide.app, ...app, ...broken, ...fixed]) {
    if (!tests.includes(path)) continue;
    const message = `takes the place of ${path} of another layer in a test run. Rename one of them.`;
    report.file(join(cause.dir, path), message);
  }
  if (test.length === 0)
    report.file(
      join(cause.dir, 'test'),
      'must be a folder with at least one file, found none. Add the test.',
    );
  const { run } = cause.frontmatter;
  const isSame = run === undefined || typeof run === 'string' || run.broken === run.fixed;
  const forOne = Object.values(cause.environmentLayers).some((layers) => Object.keys(layers).length > 0);
  if (isSame && broken.length + fixed.length === 0 && !forOne) {
    const message =
      'broken and fixed are the same program. Put what differs into broken/ and fixed/, or give "run" for each.';
    report.file(join(cause.dir, 'fixed'), message);
  }
}

function checkSide(
  guide: Guide,
  cause: Cause,
  environment: Environment,
  side: Side,
  report: Report,
  said: Set<string>,
): void {
  const below = new Map<string, { layer: Layer; file: SourceFile }>();
  for (const layer of runLayers(guide, cause, environment, side)) {
    for (const file of layer.files) {
      const lower = below.get(file.path);
      const path = join(layer.dir, file.path);
      if (lower && isEqual(lower.file, file) && !said.has(path)) {
        said.add(path);
        report.file(path, `is the same as in ${lower.layer.name}, which it lies on. Remove it here.`);
      }
      below.set(file.path, { layer, file });
    }
  }
  for (const [path, { layer }] of below) {
    const folder = [...path.matchAll(/\//g)]
      .map(({ index }) => path.slice(0, index))
      .find((name) => below.has(name));
    if (folder === undefined || said.has(`${layer.dir}/${path}`)) continue;
    said.add(`${layer.dir}/${path}`);
    const message = `needs a folder "${folder}", and ${below.get(folder)!.layer.name} has a file of that name. Rename one.`;
    report.file(join(layer.dir, path), message);
  }
}

function isEqual(a: SourceFile, b: SourceFile): boolean {
  return a.text === b.text && a.encoding === b.encoding;
}
