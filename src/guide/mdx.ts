import { mdxToMdast, type MdastNode } from 'satteri';
import { grammarName, languageOf, type Block } from './highlight.ts';
import { attributeOf, depthOf, walk } from './mdast.ts';
import { didYouMean, type Problem } from './problems.ts';
import { compileProse, type Prose } from './prose.ts';
import type { SourceFile } from './content-files.ts';

/** What stands in MDX that must be checked against what is outside of it. */
export type Reference = { url: string; line: number };
export type NoteAnchor = { at: string; line: number };

type Source = {
  /** Name for messages. */
  file: string;
  markdown: string;
  /** Line of the file on which `markdown` begins, 1-based. */
  line: number;
  /** Files that `<Code file>` may show. */
  shown: SourceFile[];
  /** Names of the components in `src/components/author/`. */
  components: string[];
  /** Path that the site stands under, with `/` at both ends; goes before links that begin with `/`. */
  base: string;
};

/** MDX that has been read and found right, waiting for its code to be coloured. */
export type ReadMdx = {
  problems: Problem[];
  references: Reference[];
  notes: NoteAnchor[];
  blocks: Block[];
  /** Compiles it; takes the lines of `blocks` as HTML. */
  compile: (lines: string[][]) => Prose;
};

/** What each component takes; one that is not named here takes any plain word. */
const attributes: Record<string, string[]> = { Note: ['at'], Code: ['file', 'lines'], Aside: ['kind'] };
const asides = ['tip', 'caution'];

/** Nodes within each other above which a text is refused; prose has about ten. */
const MAX_DEPTH = 50;

type Jsx = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Reads MDX and finds everything that is wrong with it.
 * Guides are data: no imports, no expressions, no HTML tags, no component but the author's components.
 */
export function readMdx(source: Source): ReadMdx {
  const problems: Problem[] = [];
  const references: Reference[] = [];
  const notes: NoteAnchor[] = [];
  const blocks: Block[] = [];
  const nothing = {
    problems,
    references,
    notes,
    blocks,
    compile: () => ({ shown: { html: '' }, text: '', markdown: '' }),
  };
  const lineOf = (node: MdastNode) => (node.position?.start.line ?? 1) + source.line - 1;
  const report = (node: MdastNode, message: string) =>
    problems.push({ file: source.file, line: lineOf(node), message });

  let tree: MdastNode;
  try {
    tree = mdxToMdast(source.markdown);
  } catch (error) {
    return { ...nothing, problems: [syntaxProblem(error as Error, source)] };
  }

  if (depthOf(tree) > MAX_DEPTH) {
    report(tree, `has lists, quotes or tags more than ${MAX_DEPTH} deep in each other. Write it flatter.`);
    return nothing;
  }

  walk(tree, (node) => {
    if (node.type === 'mdxjsEsm') {
      report(
        node,
        `expected Markdown, found "${firstLine(node.value)}". Components need no import; remove the line.`,
      );
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (/^\s*\/\*[^]*\*\/\s*$/.test(node.value)) return;
      report(
        node,
        `expected Markdown, found the expression {${firstLine(node.value)}}. Write \\{ for a brace, or put it in \`code\`.`,
      );
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      readComponent(node);
    } else if (node.type === 'image' || node.type === 'imageReference') {
      report(node, 'expected text, found an image. A guide has none: say in words what it shows.');
    } else if (node.type === 'heading' && node.depth < 3) {
      report(
        node,
        'expected "###" or a deeper heading, found one that only the parts of a guide have. Write ### before it.',
      );
    } else if (node.type === 'link' || node.type === 'definition') {
      references.push({ url: node.url, line: lineOf(node) });
    } else if (node.type === 'code') {
      const lang = node.lang ?? 'text';
      if (!grammarName(lang)) report(node, `"${lang}" is not a language that can be coloured. Use "text".`);
      blocks.push({ code: node.value, lang });
    }
  });

  function readComponent(node: Jsx): void {
    const name = node.name ?? '';
    if (!source.components.includes(name)) {
      const hint = didYouMean(name, source.components) || ` Known: ${source.components.join(', ')}.`;
      report(
        node,
        `<${name}> is not a component that is known here.${hint} For text, write \\<${name}> or put it in \`code\`.`,
      );
      return;
    }
    if (
      node.attributes.some(
        (attribute) => attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string',
      )
    ) {
      report(node, `<${name}> takes its attributes as text, as in at="…". Write them so.`);
    } else if (unknownAttribute(node)) {
      const known = attributes[name]!.join(', ');
      report(node, `<${name}> has no attribute "${unknownAttribute(node)}". Known: ${known}. Remove it.`);
    } else if (name === 'Aside' && !asides.includes(attributeOf(node, 'kind') ?? '')) {
      report(
        node,
        `<Aside> must have kind="tip" or kind="caution", found "${attributeOf(node, 'kind') ?? ''}". Change it.`,
      );
    } else if (node.type === 'mdxJsxTextElement' && (name === 'Note' || name === 'Code')) {
      report(
        node,
        `<${name}> must stand on lines of its own, found it within a paragraph. Put it between blank lines.`,
      );
    } else if ((name === 'Note' || name === 'Aside') && node.children.length === 0) {
      report(node, `<${name}> must have text before </${name}>, found none. Write it.`);
    } else if (name === 'Note') {
      const at = attributeOf(node, 'at');
      if (at) notes.push({ at, line: lineOf(node) });
      else report(node, 'needs the text of the line it is about: <Note at="…">. Add it.');
    } else if (name === 'Code') {
      const block = shownCode(node);
      if (block) blocks.push(block);
    }
  }

  function shownCode(node: Jsx): Block | undefined {
    const path = attributeOf(node, 'file') ?? '';
    const file = source.shown.find((candidate) => candidate.path === path);
    if (!file) {
      const paths = source.shown.map((candidate) => candidate.path);
      const hint = didYouMean(path, paths) || ` There is: ${paths.join(', ')}.`;
      report(node, `file="${path}" is not there.${hint}`);
      return undefined;
    }
    const lines = file.text.replace(/\n$/, '').split('\n');
    const range = /^(\d+)(?:-(\d+))?$/.exec(attributeOf(node, 'lines') ?? `1-${lines.length}`);
    const [from, to] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    if (!(from >= 1 && from <= to && to <= lines.length)) {
      const found = attributeOf(node, 'lines');
      report(
        node,
        `lines="${found}" must be like "3-9" within the ${lines.length} lines of ${path}. Change it.`,
      );
      return undefined;
    }
    return { code: lines.slice(from - 1, to).join('\n'), lang: languageOf(path) };
  }

  if (problems.length > 0) return { ...nothing, problems };
  const checked = { markdown: source.markdown, tree, blocks, base: source.base };
  const compile = (lines: string[][]) => compileProse(checked, lines);
  return { problems, references, notes, blocks, compile };
}

/** The first attribute that a component does not take: none has HTML, handlers or directives such as `set:html`. */
function unknownAttribute(node: Jsx): string | undefined {
  const names = node.attributes.flatMap((attribute) => ('name' in attribute ? String(attribute.name) : []));
  const known = attributes[node.name ?? ''];
  return names.find((name) => (known ? !known.includes(name) : !/^(?!on)[a-z]+$/.test(name)));
}

/** Sätteri gives the place in the message only, counted from where its text began. */
function syntaxProblem(error: Error, source: Source): Problem {
  const [, line, message] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/s.exec(error.message) ?? [];
  const says = (message ?? error.message).replace(/ \(\d+:\d+\)/g, '');
  const advice = 'Close what is open; for text, write \\< or \\{, or put it in `code`.';
  return { file: source.file, line: Number(line ?? 1) + source.line - 1, message: `${says}. ${advice}` };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!;
}
