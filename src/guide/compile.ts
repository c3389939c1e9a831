import { diffArrays } from 'diff';
import { join } from 'node:path';
import { parse } from '../trace/index.ts';
import type { Cached, Kept } from './cache.ts';
import { languageOf, type Block } from './highlight.ts';
import { readMdx, type NoteAnchor, type ReadMdx, type Reference } from './mdx.ts';
import type { Problem } from './problems.ts';
import type { Prose } from './prose.ts';
import { fileName } from './reader.ts';
import { parts, type Cause, type Framework, type Guide, type GuideSection, type SourceFile } from './read.ts';
import { guideMarkdown } from './twin.ts';
import { anchor, splitSections, type Section } from './sections.ts';

/** A guide's text and code as a page needs them; plain data, kept on disk between builds. */
export type CompiledGuide = Pick<Guide, 'id' | 'facts'> & {
  framework: Pick<Framework, 'id' | 'facts'>;
  sections: Record<Exclude<GuideSection, 'questions'>, Prose>;
  questions: { id: string; question: string; answer: Prose }[];
  trace: TraceLine[];
  /** The workflow as lines of HTML. */
  ci: string[];
  causes: CompiledCause[];
  /** The whole guide as Markdown. */
  markdown: string;
  /** Links in the text, to be checked against what is there. */
  references: (Reference & { file: string })[];
};

export type CompiledCause = Pick<Cause, 'id' | 'facts' | 'proof'> & {
  why: Prose;
  fix: Prose;
  files: { path: string; broken: string[]; fixed: string[]; diff: DiffLine[] }[];
  tests: { path: string; lines: string[] }[];
};

/** A line of a diff: where it stands, counted from 0; `broken` alone is removed, `fixed` alone is added. */
export type DiffLine = { broken?: number; fixed?: number };

export type TraceLine = {
  text: string;
  /** Of the frame on this line, or that this line belongs to. */
  origin?: 'app' | 'library' | 'runtime';
  /** Whether an exception's type and message begin here. */
  head?: true;
  /** Numbers of the notes about this line, from 1. */
  notes?: number[];
};

export type CompileOptions = {
  /** Names of the components in `src/components/author/`. */
  components: string[];
  /** Path that the site stands under, with `/` at both ends. */
  base: string;
  highlight: (blocks: Block[]) => Promise<string[][]>;
  /** Keeps what was compiled, by hash of all that went in. */
  cached: Cached;
};

/**
 * Compiles a guide's MDX and code, or takes it from the cache.
 * @returns what was compiled, or every problem found in the text
 */
export async function compileGuide(
  guide: Guide,
  options: CompileOptions,
): Promise<{ kept?: Kept<CompiledGuide>; problems: Problem[] }> {
  const inputs = JSON.stringify([guide, options.components, options.base]);
  let problems: Problem[] = [];
  const kept = await options.cached<CompiledGuide>(inputs, async () => {
    const result = await compile(guide, options);
    problems = result.problems;
    return result.compiled;
  });
  return { ...(kept && { kept }), problems };
}

async function compile(guide: Guide, { components, base, highlight }: CompileOptions) {
  const root = join(guide.dir, '..', '..', '..');
  const guideFile = fileName(root, join(guide.dir, 'guide.mdx'));
  const shown = guide.causes.flatMap((cause) =>
    filesOf(cause).map((file) => ({ ...file, path: `${cause.id}/${file.path}` })),
  );
  const texts: { file: string; mdx: ReadMdx }[] = [];
  const read = (file: string, section: Section, shown: SourceFile[]): ReadMdx => {
    const mdx = readMdx({
      file,
      markdown: section.markdown,
      line: section.markdownLine,
      shown,
      components,
      base,
    });
    texts.push({ file, mdx });
    return mdx;
  };

  const { questions, ...sections } = guide.sections;
  const prose = mapValues(sections, (section) => read(guideFile, section, shown));
  const [intro, ...asked] = splitSections(questions.markdown, 3, questions.markdownLine);
  const answers = asked.map((section) => read(guideFile, section, shown));
  const reasons = guide.causes.map((cause) => {
    const file = fileName(root, join(cause.dir, 'cause.mdx'));
    return mapValues(cause.sections, (section) => read(file, section, filesOf(cause)));
  });

  const trace = readTrace(guide, prose.trace.notes, guideFile);
  const problems = [...texts.flatMap(({ mdx }) => mdx.problems), ...trace.problems];
  for (const { file, mdx } of texts.filter(({ mdx }) => mdx !== prose.trace)) {
    for (const { line, at } of mdx.notes) {
      const message = 'stands under "## Reading the trace" only. Move it there, or write it as text.';
      problems.push({ file, line, field: `<Note at="${at}">`, message });
    }
  }
  for (const { heading, line, markdown } of asked) {
    if (markdown.trim() && anchor(heading!) && heading!.endsWith('?')) continue;
    const message = 'must be a question that ends with "?", with its answer below. Write both.';
    problems.push({ file: guideFile, line, field: `### ${heading}`, message });
  }
  if (asked.length === 0 || intro!.markdown.trim()) {
    const message = 'must hold questions only, each as "### A question?" with its answer below. Write it so.';
    problems.push({ file: guideFile, line: questions.line, field: '## Questions', message });
  }
  if (problems.length > 0) return { problems };

  const paints = new Map<unknown, string[][]>();
  const files = [
    { path: 'ci.yml', text: guide.ci },
    ...guide.causes.flatMap((cause) => parts.flatMap((part) => cause.files[part])),
  ];
  const blocks = [...texts.map(({ mdx }) => mdx.blocks), ...files.map((file) => [blockOf(file)])];
  const lines = await highlight(blocks.flat());
  [...texts.map(({ mdx }) => mdx), ...files].forEach((owner, i) =>
    paints.set(owner, lines.splice(0, blocks[i]!.length)),
  );

  const finish = (mdx: ReadMdx) => mdx.compile(paints.get(mdx)!);
  const linesOf = (file: SourceFile) => paints.get(file)![0]!;
  const compiled = {
    id: guide.id,
    facts: guide.facts,
    framework: { id: guide.framework.id, facts: guide.framework.facts },
    sections: mapValues(prose, finish),
    questions: asked.map(({ heading }, i) => ({
      id: anchor(heading!),
      question: heading!,
      answer: finish(answers[i]!),
    })),
    trace: trace.lines,
    ci: linesOf(files[0]!),
    causes: guide.causes.map((cause, i) => ({
      id: cause.id,
      facts: cause.facts,
      ...(cause.proof && { proof: cause.proof }),
      ...mapValues(reasons[i]!, finish),
      files: cause.files.broken.map((broken, j) => {
        const fixed = cause.files.fixed[j]!;
        return {
          path: broken.path,
          broken: linesOf(broken),
          fixed: linesOf(fixed),
          diff: diffLines(broken, fixed),
        };
      }),
      tests: cause.files.test.map((file) => ({ path: file.path, lines: linesOf(file) })),
    })),
    references: texts.flatMap(({ file, mdx }) => mdx.references.map((reference) => ({ ...reference, file }))),
  };
  return { compiled: { ...compiled, markdown: guideMarkdown(guide, compiled) }, problems };
}

/** The shown cause's trace: each line with its frame's origin and the notes that are about it. */
function readTrace(
  guide: Guide,
  notes: NoteAnchor[],
  file: string,
): { lines: TraceLine[]; problems: Problem[] } {
  const text = guide.causes.find(({ id }) => id === guide.facts.shows)?.trace;
  if (text === undefined) return { lines: [], problems: [] };
  const lines: TraceLine[] = text
    .trimEnd()
    .split('\n')
    .map((line) => ({ text: line }));
  for (const { exceptions } of parse(text)) {
    for (const { inputLine: at, frames } of exceptions) {
      lines[at - 1]!.head = true;
      for (const frame of frames) lines[frame.inputLine - 1]!.origin = frame.origin;
    }
  }
  let frame: TraceLine | undefined;
  for (const line of lines) {
    if (line.head || line.origin) frame = line;
    else if (frame?.origin && indent(line.text) > indent(frame.text)) line.origin = frame.origin;
    else frame = undefined;
  }
  const problems: Problem[] = [];
  notes.forEach(({ at, line }, index) => {
    const fitting = lines.filter(({ text }) => text.includes(at));
    if (fitting.length === 1) (fitting[0]!.notes ??= []).push(index + 1);
    else {
      const found = fitting.length === 0 ? 'none' : `${fitting.length}`;
      const message = `must stand on exactly one line of ${guide.facts.shows}/trace.txt, found on ${found}. Copy part of one line.`;
      problems.push({ file, line, field: `<Note at="${at}">`, message });
    }
  });
  return { lines, problems };
}

function indent(text: string): number {
  return text.search(/\S|$/);
}

function diffLines(broken: SourceFile, fixed: SourceFile): DiffLine[] {
  const [before, after] = [codeOf(broken).split('\n'), codeOf(fixed).split('\n')];
  const rows: DiffLine[] = [];
  let [b, f] = [0, 0];
  for (const { count, added, removed } of diffArrays(before, after)) {
    for (let i = 0; i < count; i++) {
      rows.push({ ...(!added && { broken: b++ }), ...(!removed && { fixed: f++ }) });
    }
  }
  return rows;
}

function filesOf(cause: Cause): SourceFile[] {
  return parts.flatMap((part) =>
    cause.files[part].map(({ path, text }) => ({ path: `${part}/${path}`, text })),
  );
}

function blockOf(file: SourceFile): Block {
  return { code: codeOf(file), lang: languageOf(file.path) };
}

function codeOf({ text }: SourceFile): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}

function mapValues<Key extends string, From, To>(
  object: Record<Key, From>,
  map: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(object).map(([key, value]) => [key, map(value)])) as Record<
    Key,
    To
  >;
}
