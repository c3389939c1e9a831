import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readContent, type Cause, type Guide } from '../../../src/guide/content.ts';
import type { SourceFile } from '../../../src/guide/content-files.ts';
import { contentIds } from '../../../src/guide/ids.ts';
import { runSettings } from '../../../src/guide/layers.ts';
import { hashBytes, proofInputs } from '../../../src/guide/proof-inputs.ts';
import { projectRoot } from '../../../src/site/project.ts';
import { faultyGuides, modelsOf, type Model } from './models.ts';
import { proseWords, varyProse } from './prose.ts';
import { createRandom, type Random } from './random.ts';
import { numberWord, wordRenamer } from './rename-words.ts';

/** Copies of each model that are checked before it is used. */
const TRIED = 2;

/**
 * Writes a content of synthetic guides. Each is drawn after a guide of the project, so shapes and sizes are the real
 * ones; its error's names and messages, its signals, names in its code and half of its words are its own. They pass the
 * content check as they stand.
 * @param dir where it is written; must not be there
 * @param only a guide that all are drawn after: `celery/worker-lost-error`
 * @returns the ids of the guides, and of the guides that they are drawn after
 */
export function writeSyntheticContent(
  dir: string,
  count: number,
  { seed = 1, only }: { seed?: number; only?: string } = {},
): { ids: string[]; models: string[] } {
  const { content } = readContent(join(projectRoot, 'content'));
  const random = createRandom(seed);
  const words = proseWords(content.guides);
  const all = modelsOf(content).filter(({ guide }) => only === undefined || guide.id === only);
  const models = usableModels(all, words);
  if (models.length === 0) throw new Error('No guide of content/ can be a model. Look at models.ts.');
  const drawn = Array.from({ length: count }, () => random.pick(models));
  return { ids: write(dir, drawn, words, random), models: models.map(({ guide }) => guide.id) };
}

/** The models whose copies pass the content check: each copy's trace leads to that copy and to no other. */
function usableModels(models: Model[], words: string[]): Model[] {
  const dir = mkdtempSync(join(tmpdir(), 'tracebook-models-'));
  try {
    const drawn = models.flatMap((model) => Array<Model>(TRIED).fill(model));
    const ids = write(join(dir, 'content'), drawn, words, createRandom(0));
    const { content, problems } = readContent(join(dir, 'content'));
    const faulty = faultyGuides(content, problems);
    const isFaulty = new Set(ids.flatMap((id, i) => (faulty.has(id) ? [drawn[i]!] : [])));
    return models.filter((model) => !isFaulty.has(model));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function write(dir: string, drawn: Model[], words: string[], random: Random): string[] {
  const from = join(projectRoot, 'content');
  mkdirSync(dir, { recursive: true });
  const site = readFileSync(join(from, 'site.yaml'), 'utf8').replace(/^(socialCards|offline):.*\n/gm, '');
  // Pictures are drawn once for a text, and would be all that a cold build is measured by.
  writeFileSync(join(dir, 'site.yaml'), `${site.trimEnd()}\nsocialCards: false\n`);
  for (const framework of new Set(drawn.map(({ guide }) => guide.framework))) {
    const parts = ['framework.yaml', 'ci.yml', 'environments', 'app'];
    for (const name of parts.filter((part) => existsSync(join(framework.dir, part))))
      cpSync(join(framework.dir, name), join(dir, framework.id, name), { recursive: true });
  }
  const ids = drawn.map(({ guide }, i) => `${guide.id}-${numberWord(i)}`);
  const ledger = drawn.map((model, i) => writeGuide(dir, model, i, ids, words, random));
  writeFileSync(join(dir, 'ids.txt'), `${ledger.flat().sort().join('\n')}\n`);
  return ids;
}

/** @returns the lines of the ledger for the guide */
function writeGuide(
  dir: string,
  model: Model,
  i: number,
  ids: string[],
  words: string[],
  random: Random,
): string[] {
  const id = ids[i]!;
  const name = numberWord(i);
  const prefix = name[0]!.toUpperCase() + name.slice(1);
  const rename = wordRenamer(model.words, model.names, prefix, model.taken, random);
  const related = [...new Set([random.pick(ids), random.pick(ids)])].filter((other) => other !== id);
  for (const { path, bytes } of model.files) {
    const file = join(dir, id, path);
    mkdirSync(dirname(file), { recursive: true });
    if (path.endsWith('.mdx'))
      writeFileSync(file, varyProse(bytes.toString(), { rename, related, ids, words, random }));
    else writeFileSync(file, path === 'ci.yml' || bytes.includes(0) ? bytes : rename(bytes.toString()));
  }
  const guide = renamedGuide(model.guide, rename);
  for (const cause of guide.causes) {
    for (const { environment, trace, proof } of cause.recorded) {
      const place = guide.framework.environments.find((candidate) => candidate.id === environment)!;
      const settings = runSettings(guide, cause, place);
      if (!proof || trace === undefined || 'missing' in settings) continue;
      const made = renameOutputs(proof, rename);
      const inputs = proofInputs(guide, cause, place, settings);
      writeFileSync(
        join(dir, id, cause.id, 'recorded', environment, 'proof.json'),
        JSON.stringify({ ...made, trace: hashBytes(rename(trace)), inputs }, null, 2),
      );
    }
  }
  return [...contentIds({ guides: [{ ...guide, id }] })];
}

/** The guide with the code that its copy has, for the hashes of its proofs. */
function renamedGuide(guide: Guide, rename: (text: string) => string): Guide {
  const source = (file: SourceFile) => (file.encoding ? file : { ...file, text: rename(file.text) });
  const layers = <Layers extends Record<string, SourceFile[]>>(all: Layers) =>
    Object.fromEntries(Object.entries(all).map(([key, files]) => [key, files.map(source)])) as Layers;
  const cause = (own: Cause): Cause => ({
    ...own,
    layers: layers(own.layers),
    environmentLayers: {
      broken: layers(own.environmentLayers.broken),
      fixed: layers(own.environmentLayers.fixed),
    },
  });
  return { ...guide, app: guide.app.map(source), causes: guide.causes.map(cause) };
}

/** Renames in what the runs printed; commands, dates and versions stay. */
function renameOutputs(value: unknown, rename: (text: string) => string): object {
  return JSON.parse(JSON.stringify(value), (key: string, inner: unknown) =>
    key === 'output' && typeof inner === 'string' ? rename(inner) : inner,
  ) as object;
}
