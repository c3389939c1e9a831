import { appFrame, type Hit, matchText } from '../../src/match/index.ts';
import type { MatchIndex } from '../../src/match/types.ts';
import { lastSegment } from '../../src/trace/last-segment.ts';
import type { Frame, Trace } from '../../src/trace/index.ts';

/** Facts of one trace by name, as a fixture writes them. */
export type Facts = Record<string, string>;

/**
 * Reads a fixture. Above the line `---`: a paragraph about the text (`kind`, `made`; `count: any` where the number of
 * traces is not judged), then a paragraph of facts for each trace, in printed order.
 */
export function parseFixture(fixture: string): { about: Facts; wanted: Facts[]; text: string } {
  const cut = fixture.indexOf('---\n');
  const [about = {}, ...wanted] = fixture.slice(0, cut).split(/\n\n/).map(parseFacts);
  return { about, wanted, text: fixture.slice(cut + 4) };
}

function parseFacts(paragraph: string): Facts {
  const lines = paragraph.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
}

/** What differs between a fixture's facts and what is found in its text, one line each; empty when all is right. */
export function findDifferences(fixture: string, index: MatchIndex): string[] {
  const { about, wanted, text } = parseFixture(fixture);
  const found = matchText(text, index);
  if (about['count'] !== 'any' && found.length !== wanted.length) {
    const types = found.map(({ trace }) => `${trace.format}: ${trace.exceptions[trace.root]?.type}`);
    return [`${found.length} traces instead of ${wanted.length}: ${types.join(', ')}`];
  }
  return found.flatMap((one, at) =>
    Object.entries(wanted[at] ?? wanted.at(-1) ?? {}).flatMap(([name, value]) => checkFact(one, name, value)),
  );
}

type Found = { trace: Trace; hits: Hit[] };

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
const frames = (trace: Trace) => root(trace)?.frames ?? [];
const appFile = (trace: Trace) => appFrame(trace)?.file ?? '';
const isEqual = (found: string, wanted: string) => found === fold(wanted);

/** `function@file:line:column`, without what a frame does not have. */
function frameText({ function: name = '', file = '', line, column }: Frame | undefined = EMPTY): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? name : `${name}@${place}`;
}

const EMPTY: Frame = { origin: 'app', inputLine: 0 };

const CHECKS: Record<string, Check> = {
  /** The last part of the root's type. */
  type: { value: (trace) => lastSegment(root(trace)?.type ?? ''), isRight: isEqual },
  /** All types in printed order, as printed. */
  exceptions: {
    value: ({ exceptions }) => exceptions.map(({ type }) => type).join(', '),
    isRight: isEqual,
  },
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
  /** The number of the root's frames; all of them, the first and the last. */
  frames: { value: (trace) => `${frames(trace).length}`, isRight: isEqual },
  calls: { value: (trace) => frames(trace).map(frameText).join(' | '), isRight: isEqual },
  first: { value: (trace) => frameText(frames(trace)[0]), isRight: isEqual },
  last: { value: (trace) => frameText(frames(trace).at(-1)), isRight: isEqual },
  /** First and last line. */
  span: { value: ({ span }) => span.join('-'), isRight: isEqual },
  language: { value: ({ language }) => language, isRight: isEqual },
  /** Languages that must not be given. */
  notlanguage: {
    value: ({ language }) => language,
    isRight: (found, wanted) => !wanted.split(' ').includes(found),
  },
  guide: { value: (_, hit) => hit?.guide ?? '', isRight: isEqual },
  cause: { value: (_, hit) => hit?.cause ?? '', isRight: isEqual },
};
