import { basename, join } from 'node:path';
import { causeSchema } from './cause-schema.ts';
import type { ContentFiles, SourceFile } from './content-files.ts';
import {
  causeLayers,
  sides,
  type Cause,
  type CauseLayer,
  type Framework,
  type FrameworkCi,
  type Guide,
  type Recorded,
  type Side,
} from './content-types.ts';
import { causeHeadings, guideHeadings } from './page-sections.ts';
import { proofSchema, type Proof } from './proof-schema.ts';
import { unreadableFramework } from './read-framework.ts';
import { checkReserved, reservedNames } from './reserved-names.ts';
import { slug } from './schema-fields.ts';
import { guideSchema } from './schema.ts';

/** Reads the folder of a guide. */
export function readGuide(
  files: ContentFiles,
  framework: Framework,
  frameworkCi: FrameworkCi,
  dir: string,
): Guide | undefined {
  files.checkName(dir, slug);
  const file = join(dir, 'guide.mdx');
  files.checkNames(dir, { files: guideFiles, folders: 'any' }, "a guide's folder");
  const mdx = files.mdx(guideSchema, file, guideHeadings);
  const folders = files.folders(dir, [...guideFiles, ...reservedNames.cause]);
  for (const name of reservedNames.cause) checkReserved(files, join(dir, name), 'cause.mdx');
  const app = files.sources(join(dir, 'app'));
  const read = folders.map((name) => readCause(files, framework, join(dir, name)));
  const causes = read.flatMap((cause) => cause ?? []);
  causes.sort((a, b) => a.frontmatter.order - b.frontmatter.order || (a.id < b.id ? -1 : 1));
  const invalidCauses = folders.filter((_, i) => !read[i]);
  if (folders.length === 0) {
    const message =
      'needs at least one cause: a folder beside it with cause.mdx, broken/, fixed/ and test/. Add one.';
    files.report(file, message);
  }
  const path = join(dir, 'ci.yml');
  const text = files.shownText(path);
  const ci = text === undefined ? frameworkCi : { path, text };
  if (ci.text === undefined && !files.isReported(path))
    files.report(path, "File is missing, and the framework's folder has none either. Add it.");
  if (!mdx || ci.text === undefined || causes.length === 0) return undefined;
  return {
    id: `${framework.id}/${basename(dir)}`,
    framework,
    dir,
    app,
    ci: { path: ci.path, text: ci.text },
    causes,
    invalidCauses,
    ...mdx,
  };
}

const guideFiles = ['guide.mdx', 'ci.yml'];

function readCause(files: ContentFiles, framework: Framework, dir: string): Cause | undefined {
  files.checkName(dir, slug);
  // Also of a framework whose yaml cannot be read: the folders' names stand in then.
  const environments = framework.environments.map(({ id }) => id);
  const ofEnvironments = sides.flatMap((side) => environments.map((id) => `${side}@${id}`));
  const places = { files: ['cause.mdx'], folders: [...causeLayers, 'recorded', ...ofEnvironments] };
  files.checkNames(dir, places, "a cause's folder");
  const mdx = files.mdx(causeSchema, join(dir, 'cause.mdx'), causeHeadings);
  const layers = Object.fromEntries(
    causeLayers.map((layer) => [layer, files.sources(join(dir, layer))]),
  ) as Record<CauseLayer, SourceFile[]>;
  const environmentLayers = Object.fromEntries(
    sides.map((side) => [side, readEnvironmentLayers(files, dir, side, environments)]),
  ) as Record<Side, Record<string, SourceFile[]>>;
  const recorded = readRecorded(files, framework, join(dir, 'recorded'));
  return mdx && { id: basename(dir), dir, layers, environmentLayers, recorded, ...mdx };
}

function readEnvironmentLayers(
  files: ContentFiles,
  dir: string,
  side: Side,
  environments: string[],
): Record<string, SourceFile[]> {
  const read = environments.map((id) => [id, files.sources(join(dir, `${side}@${id}`))] as const);
  return Object.fromEntries(read.filter(([, sources]) => sources.length > 0));
}

/** Reads what proofs of a cause wrote, by the framework's environments. */
export function readRecorded(files: ContentFiles, framework: Framework, dir: string): Recorded[] {
  const places = framework.settings.environments.map(({ id }) => id);
  files.checkNames(dir, { files: [], folders: 'any' }, 'recorded/');
  for (const name of files.folders(dir)) {
    if (framework.settings === unreadableFramework || places.includes(name)) continue;
    const message = `is not among the framework's environments (${places.join(', ')}). Remove or rename the folder.`;
    files.report(join(dir, name), message);
  }
  return places.map((environment) => {
    const folder = join(dir, environment);
    let trace: string | undefined;
    let proof: Proof | undefined;
    const clean = files.isClean(() => {
      files.checkNames(folder, { files: ['trace.txt', 'proof.json'] }, 'a record');
      trace = files.recordedText(join(folder, 'trace.txt'));
      proof = files.json(proofSchema, join(folder, 'proof.json'));
    });
    return {
      environment,
      dir: folder,
      ...(!clean && { invalid: true as const }),
      ...(trace !== undefined && { trace }),
      ...(proof && { proof }),
    };
  });
}
