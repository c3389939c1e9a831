import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../../src/guide/check/check-content.ts';
import type { SourceFile } from '../../../src/guide/content-files.ts';
import type { Content, Guide } from '../../../src/guide/content.ts';
import type { Problem } from '../../../src/guide/problems.ts';
import { segmentsOf, takenWords, type TakenWords } from './rename-words.ts';

/** A guide of the project after which synthetic ones are made. */
export type Model = {
  guide: Guide;
  /** All of its files by path below its folder, but proofs, which are made anew. */
  files: { path: string; bytes: Buffer }[];
  /** Words that each copy has its own for: the author's names, and those that the error is found by. */
  words: Set<string>;
  /** The last parts of exceptions, and codes: each copy's are named apart. */
  names: Set<string>;
  /** Every word that stands anywhere in it. */
  taken: TakenWords;
};

/** Words that a parser of traces knows, or that a file of a guide is made of: they stay. */
const kept = segmentsOf(
  'error exception traceback most recent call last caused during handling above another occurred direct cause',
  'thread main module file line native code function method panic goroutine runtime fatal warning failed failure',
  'note aside tip caution kind lines source text because guide title short sign order signals message frame output question',
  'exit status signal package reason expected test tests async seconds megabytes anonymous process object string number value null none',
  'undefined true false self this return import from with class def const node python java errno suppressed more',
);

/** The guides of a content, as models; those whose error has no name that could be changed are left out. */
export function modelsOf(content: Content): Model[] {
  return content.guides.filter(({ frontmatter }) => frontmatter.exceptions.length > 0).map(modelOf);
}

function modelOf(guide: Guide): Model {
  const files = readdirSync(guide.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'proof.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(guide.dir.length + 1))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(guide.dir, path)) }));
  const { frontmatter, framework, causes } = guide;
  const code = codeOf(guide);
  const found = segmentsOf(
    ...frontmatter.messages.map(({ text }) => text),
    ...frontmatter.codes,
    ...causes.flatMap((cause) => [
      cause.frontmatter.sign,
      ...cause.frontmatter.signals.flatMap(Object.values),
    ]),
    ...code.flatMap(({ text }) => definedNames(text)),
  );
  const fixed = segmentsOf(
    JSON.stringify([framework.settings, frontmatter.run, frontmatter.test, frontmatter.services, guide.id]),
    JSON.stringify(causes.map(({ id, frontmatter: { run, test, services } }) => [id, run, test, services])),
    ...files.map(({ path }) => path),
    ...[...framework.app, ...framework.environments.flatMap((place) => place.files)].map(({ path }) => path),
    ...framework.app.flatMap(({ text }) => definedNames(text)),
    ...[...guide.causes, guide].flatMap((owner) => Object.keys(owner.frontmatter)),
    ...files.flatMap(({ path, bytes }) => (path.endsWith('.mdx') ? fenceLanguages(bytes.toString()) : [])),
  );
  return {
    guide,
    files,
    words: found.difference(fixed).difference(kept),
    names: new Set([
      ...frontmatter.exceptions.map((name) => name.split(/[.:\\]/).at(-1)!),
      ...frontmatter.codes.filter((name) => /^[A-Za-z]/.test(name)),
    ]),
    taken: takenWords(files.map(({ bytes }) => bytes.toString())),
  };
}

function codeOf({ app, causes }: Guide): SourceFile[] {
  return [app, ...causes.flatMap(({ layers }) => Object.values(layers))]
    .flat()
    .filter(({ encoding }) => !encoding);
}

/** Names that code defines. */
function definedNames(text: string): string[] {
  const defined =
    /\b(?:def|class|function|const|let|var|func|fn|struct|interface|type|enum|record)\s+([A-Za-z_]\w*)/g;
  const assigned = /^\s*([a-z_]\w*)\s*(?::[^=\n]+)?:?=[^=]/gm;
  return [...text.matchAll(defined), ...text.matchAll(assigned)].map(([, name]) => name!);
}

function fenceLanguages(text: string): string[] {
  return [...text.matchAll(/^\s*```(\w+)/gm)].map(([, lang]) => lang!);
}

/** Ids of the guides in which the content check finds something wrong, but that a related one is not there. */
export function faultyGuides(content: Content, problems: Problem[]): Set<string> {
  const found = [...problems, ...checkContent(content, new Map())].filter(
    ({ field }) => !field?.startsWith('related'),
  );
  return new Set(found.map(({ file }) => file.split('/').slice(1, 3).join('/')));
}
