import { basename, join } from 'node:path';
import type { ContentFiles, SourceFile } from './content-files.ts';
import {
  causeLayers,
  sides,
  type Cause,
  type CauseLayer,
  type Framework,
  type Recorded,
  type Side,
} from './content.ts';
import { causeHeadings } from './page-sections.ts';
import { causeSchema, proofSchema, slug, type Proof } from './schema.ts';

/** Reads the folder of a cause; undefined when its cause.mdx has a problem, which is reported. */
export function readCause(files: ContentFiles, framework: Framework, dir: string): Cause | undefined {
  files.checkName(dir, slug);
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

function readRecorded(files: ContentFiles, framework: Framework, dir: string): Recorded[] {
  const places = framework.facts.environments.map(({ id }) => id);
  files.checkNames(dir, { files: [], folders: 'any' }, 'recorded/');
  for (const name of files.folders(dir)) {
    // Without a framework.yaml that can be read, no name is known.
    if (places.length === 0 || places.includes(name)) continue;
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
