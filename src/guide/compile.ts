import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Cache, CacheEntry } from './cache.ts';
import { blockOf, causeFiles, diffFiles, shownFiles, type DiffLine } from './cause-files.ts';
import { fileName, type SourceFile } from './content-files.ts';
import { messagesOf } from '../locales/index.ts';
import type { Cause, Environment, Framework, Guide, Recorded } from './content.ts';
import { guideMarkdown } from './guide-markdown.ts';
import type { Block } from './highlight.ts';
import { runSettings, type RunSettings } from './layers.ts';
import { isLinkedOnly, linkCode, type LinkedCode, type LinkedText } from './linked-code.ts';
import { readMdx, type ReadMdx, type Reference } from './mdx.ts';
import type { CauseSection, GuideSection } from './page-sections.ts';
import type { Problem } from './problems.ts';
import type { Prose } from './prose.ts';
import { anchor, splitSections, type Section } from './sections.ts';
import { readShownTrace, type TraceLine } from './trace-lines.ts';

/** A guide's text and code as a page needs them; plain data, entry on disk between builds. */
export type CompiledGuide = Pick<Guide, 'id' | 'frontmatter'> & {
  framework: Pick<Framework, 'id' | 'settings'>;
  sections: Record<Exclude<GuideSection, 'questions'>, Prose>;
  questions: { id: string; question: string; answer: Prose }[];
  trace: TraceLine[];
  /** The workflow as lines of HTML, and the name of its file. */
  ci: { name: string; lines: string[] };
  causes: CompiledCause[];
  /** Paths of the files that every cause has. */
  shared: string[];
  /** The texts of files that the page links to. */
  code: LinkedText[];
  /** The whole guide as Markdown. */
  markdown: string;
  /** Links in the text, to be checked against what is there. */
  references: (Reference & { file: string })[];
};

/** What a check and an index need to know of a compiled guide, and the file of the cache that holds it. */
export type CompiledFacts = Pick<CompiledGuide, 'references'> & {
  path: string;
  /** Length of the file. */
  bytes: number;
  questions: { id: string; question: string }[];
  /** Days of its newest proof, and of the oldest that its page shows. */
  proved?: string;
  firstProved?: string;
};

export type CompiledCause = Pick<Cause, 'id' | 'frontmatter'> &
  Record<CauseSection, Prose> & {
    /** As the shown environment runs them; absent when a command is missing, which the check reports. */
    commands?: RunSettings['commands'];
    /** Files that the fix changes, but for locks; a side that has no such file has no lines. */
    files: { path: string; broken: string[]; fixed: string[]; diff: DiffLine[] }[];
    linked: LinkedCode;
    tests: CodeFile[];
    /** What proofs wrote, the shown environment first. */
    recorded: Pick<Recorded, 'environment' | 'trace' | 'proof'>[];
  };

/** A file as lines of HTML. */
export type CodeFile = { path: string; lines: string[] };

export type CompileOptions = {
  /** Names of the components in `src/components/author/`. */
  components: string[];
  /** The site's address. */
  url: string;
  /** Path that the site stands under, with `/` at both ends. */
  base: string;
  /** The site's, for the headings of the Markdown twin. */
  locale: string;
  highlight: (blocks: Block[]) => Promise<string[][]>;
  /** Keeps what was compiled, by hash of all that went in. */
  cached: Cache;
};

/**
 * Compiles a guide's MDX and code, or takes it from the cache.
 * @param key changes with the guide and with the options; without it, the guide itself is hashed
 * @returns what was compiled, or every problem found in the text
 */
export async function compileGuide(
  guide: Guide,
  options: CompileOptions,
  key?: string,
): Promise<{ entry?: CacheEntry<CompiledGuide>; problems: Problem[] }> {
  const { components, url, base, locale } = options;
  const inputs = key ?? JSON.stringify([guide, components, url, base, locale]);
  let problems: Problem[] = [];
  const entry = await options.cached<CompiledGuide>(inputs, async () => {
    const result = await compile(guide, options);
    problems = result.problems;
    return result.compiled;
  });
  return { ...(entry && { entry }), problems };
}

/** What checks and indexes need of a compiled guide, so that it need not stay in memory. */
export function compiledFacts({ path, value }: CacheEntry<CompiledGuide>): CompiledFacts {
  const questions = value.questions.map(({ id, question }) => ({ id, question }));
  const dates = value.causes.map(({ recorded }) => recorded.map(({ proof }) => proof?.date ?? ''));
  const proved = dates.flat().sort().at(-1);
  const firstProved = dates.flatMap(([first]) => first || []).sort()[0];
  return {
    path,
    bytes: statSync(path).size,
    references: value.references,
    questions,
    ...(proved && { proved }),
    ...(firstProved && { firstProved }),
  };
}

async function compile(guide: Guide, { components, url, base, locale, highlight }: CompileOptions) {
  const root = join(guide.dir, '..', '..', '..');
  const guideFile = fileName(root, join(guide.dir, 'guide.mdx'));
  const filesOf = new Map(guide.causes.map((cause) => [cause, shownFiles(guide, cause)]));
  const shown = [...filesOf].flatMap(([cause, files]) =>
    files.map((file) => ({ ...file, path: `${cause.id}/${file.path}` })),
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
    const own = filesOf.get(cause)!;
    return mapValues(cause.sections, (section) => read(file, section, own));
  });

  const trace = readShownTrace(guide, prose.trace.notes, guideFile);
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

  const ciFile: SourceFile = { path: basename(guide.ci.path), text: guide.ci.text };
  const details = guide.causes.map((cause) => ({ id: cause.id, ...causeFiles(guide, cause) }));
  const linked = linkCode(details);
  const changes = details.map(({ changed }) => changed.filter((file) => !isLinkedOnly(file)));
  const files = new Set([
    ciFile,
    ...changes.flat().flatMap(({ broken, fixed }) => [broken ?? [], fixed ?? []].flat()),
    ...guide.causes.flatMap(({ layers }) => layers.test),
  ]);
  const owners = [
    ...texts.map(({ mdx }) => ({ owner: mdx as unknown, blocks: mdx.blocks })),
    ...[...files].map((file) => ({ owner: file as unknown, blocks: [blockOf(file)] })),
  ];
  const lines = await highlight(owners.flatMap(({ blocks }) => blocks));
  const highlighted = new Map(
    owners.map(({ owner, blocks }) => [owner, lines.splice(0, blocks.length)] as const),
  );

  const finish = (mdx: ReadMdx) => mdx.compile(highlighted.get(mdx)!);
  const linesOf = (file: SourceFile | undefined) => (file ? highlighted.get(file)![0]! : []);
  const codeFile = (file: SourceFile) => ({ path: file.path, lines: linesOf(file) });
  const shownEnvironment: Environment | undefined = guide.framework.environments[0];
  const compiled = {
    id: guide.id,
    frontmatter: guide.frontmatter,
    framework: { id: guide.framework.id, settings: guide.framework.settings },
    sections: mapValues(prose, finish),
    questions: asked.map(({ heading }, i) => ({
      id: anchor(heading!),
      question: heading!,
      answer: finish(answers[i]!),
    })),
    trace: trace.lines,
    ci: { name: ciFile.path, lines: linesOf(ciFile) },
    causes: guide.causes.map((cause, i): CompiledCause => {
      const settings = shownEnvironment && runSettings(guide, cause, shownEnvironment);
      return {
        id: cause.id,
        frontmatter: cause.frontmatter,
        ...mapValues(reasons[i]!, finish),
        ...(settings && 'commands' in settings && { commands: settings.commands }),
        files: changes[i]!.map(({ path, broken, fixed }) => ({
          path,
          broken: linesOf(broken),
          fixed: linesOf(fixed),
          diff: diffFiles(broken, fixed),
        })),
        linked: linked.causes[i]!,
        tests: cause.layers.test.map(codeFile),
        recorded: cause.recorded
          .filter(({ trace, proof }) => trace !== undefined || proof)
          .map(({ environment, trace, proof }) => ({
            environment,
            ...(trace !== undefined && { trace }),
            ...(proof && { proof }),
          })),
      };
    }),
    shared: linked.shared,
    code: linked.texts,
    references: texts.flatMap(({ file, mdx }) => mdx.references.map((reference) => ({ ...reference, file }))),
  };
  return {
    compiled: { ...compiled, markdown: guideMarkdown(guide, compiled, messagesOf(locale), url) },
    problems,
  };
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
