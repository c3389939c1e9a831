import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchIndex } from '../../src/guide/index.ts';
import { readContent } from '../../src/guide/read.ts';
import { appFrame, type Hit, matchText } from '../../src/match/index.ts';
import { lastSegment } from '../../src/trace/head.ts';
import type { Trace } from '../../src/trace/index.ts';

// Errors as people paste them. Above the line `---`: a paragraph about the text (`kind`, `made`; `count: any` where the
// number of traces is not judged), then a paragraph of facts for each trace, in printed order. Nothing else may be found.
const folder = join(import.meta.dirname, 'field');
const { content } = await readContent(join(import.meta.dirname, '../../content'));
const index = matchIndex(content);

type Found = { trace: Trace; hits: Hit[] };

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const text = readFileSync(join(folder, file), 'utf8');
  const cut = text.indexOf('---\n');
  const [about = {}, ...wanted] = text.slice(0, cut).split(/\n\n/).map(parseFacts);
  test(`The paste ${file.replace(/\.txt$/, '')} (${about['kind']}) is read as its facts say.`, () => {
    const found = matchText(text.slice(cut + 4), index);
    if (about['count'] !== 'any') {
      const types = found.map(({ trace }) => `${trace.format}: ${trace.exceptions[trace.root]?.type}`);
      assert.equal(found.length, wanted.length, types.join(', ') || 'no trace was found');
    }
    for (const [at, one] of found.entries()) {
      const facts = wanted[at] ?? wanted.at(-1) ?? {};
      const differing = Object.entries(facts).flatMap(([name, value]) => checkFact(one, name, value));
      assert.deepEqual(differing, []);
    }
  });
}

function parseFacts(paragraph: string): Record<string, string> {
  const lines = paragraph.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
}

/** What is wrong with one fact, as `name: found instead of wanted`; empty when it is right. */
function checkFact({ trace, hits }: Found, name: string, wanted: string): string[] {
  const check = CHECKS[name];
  if (check === undefined) return [`${name} is no fact that can be checked`];
  const found = check.value(trace, hits[0]);
  return check.isRight(found, wanted) ? [] : [`${name}: ${found} instead of ${wanted}`];
}

type Check = {
  value: (trace: Trace, hit: Hit | undefined) => string;
  isRight: (found: string, wanted: string) => boolean;
};

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
const root = (trace: Trace) => trace.exceptions[trace.root];
const message = (trace: Trace) => fold(root(trace)?.message ?? '');
const appFile = (trace: Trace) => appFrame(trace)?.file ?? '';
const isEqual = (found: string, wanted: string) => found === fold(wanted);

const CHECKS: Record<string, Check> = {
  /** The last part of the root's type. */
  type: { value: (trace) => lastSegment(root(trace)?.type ?? ''), isRight: isEqual },
  /** The whole message, blanks folded; `starts`, `has` and `lacks` are parts of it. */
  message: { value: message, isRight: isEqual },
  starts: { value: message, isRight: (found, wanted) => found.startsWith(wanted) },
  has: { value: message, isRight: (found, wanted) => found.includes(wanted) },
  lacks: { value: message, isRight: (found, wanted) => !found.includes(wanted) },
  /** A part of the root's code or type. */
  code: {
    value: (trace) => `${root(trace)?.code ?? ''} ${root(trace)?.type ?? ''}`,
    isRight: (found, wanted) => found.includes(wanted),
  },
  /** The last part of the type of what was reported. */
  reported: {
    value: (trace) => lastSegment(trace.exceptions[trace.reported]?.type ?? ''),
    isRight: isEqual,
  },
  /** The end of the file of the program's own frame, and its line. */
  file: { value: appFile, isRight: (found, wanted) => found.endsWith(wanted) },
  line: { value: (trace) => `${appFrame(trace)?.line ?? ''}`, isRight: isEqual },
  /** No frame is the program's own. */
  noapp: { value: appFile, isRight: (found) => found === '' },
  /** The file has no mark of another tool in front. */
  noquote: { value: appFile, isRight: (found) => found !== '' && !/^\s*\d*>/.test(found) },
  /** The number of the root's frames. */
  frames: { value: (trace) => `${root(trace)?.frames.length ?? 0}`, isRight: isEqual },
  language: { value: ({ language }) => language, isRight: isEqual },
  /** Languages that must not be given. */
  notlanguage: {
    value: ({ language }) => language,
    isRight: (found, wanted) => !wanted.split(' ').includes(found),
  },
  guide: { value: (_, hit) => hit?.guide ?? '', isRight: isEqual },
  cause: { value: (_, hit) => hit?.cause ?? '', isRight: isEqual },
};
