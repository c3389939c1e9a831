import { mdxToJs, mdxToMdast, type MdastNode } from 'satteri';
import { anchor } from './sections.ts';
import { escapeHtml, grammarName, languageOf, type Block } from './highlight.ts';
import { didYouMean, type Problem } from './problems.ts';
import type { SourceFile } from './read.ts';

/** Compiled MDX. */
export type Prose = {
  /** Body of a function that takes `astro/jsx-runtime` and returns `{ default: Content }`; empty for no text. */
  code: string;
  /** The words alone. */
  text: string;
  /** For the Markdown twin: components are replaced by what they hold. */
  markdown: string;
};

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
    compile: () => ({ code: '', text: '', markdown: '' }),
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
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
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
  const compile = (lines: string[][]): Prose => ({
    code: compileJs(source, lines),
    text: plainText(tree),
    markdown: twin(source, tree, blocks),
  });
  return { problems, references, notes, blocks, compile };
}

/** Code blocks are met in document order, as `walk` met them; so are notes. */
function compileJs({ markdown, base }: Source, lines: string[][]): string {
  let block = 0;
  let note = 0;
  const { code } = mdxToJs(markdown, {
    outputFormat: 'function-body',
    jsxImportSource: 'astro',
    elementAttributeNameCase: 'html',
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    mdastPlugins: [
      {
        name: 'components',
        mdxJsxFlowElement(node) {
          if (node.name === 'Code')
            return { type: 'code', lang: 'text', meta: attributeOf(node, 'file') ?? null, value: '' };
          if (node.name !== 'Note') return undefined;
          const number = { type: 'mdxJsxAttribute' as const, name: 'number', value: String(++note) };
          return { ...node, attributes: [...node.attributes, number] };
        },
      },
    ],
    hastPlugins: [
      {
        name: 'code-and-anchors',
        element: {
          filter: ['pre', 'h3', 'a'],
          visit(node, context) {
            if (node.tagName === 'pre') {
              const meta = (node.children[0] as { data?: { meta?: string } } | undefined)?.data?.meta;
              context.replaceNode(node, {
                type: 'raw',
                value: codeHtml(lines[block++]!, meta?.replace(/^title="(.*)"$/, '$1')),
              });
            } else if (node.tagName === 'a') {
              const href = String(node.properties['href'] ?? '');
              if (href.startsWith('/')) context.setProperty(node, 'href', base + href.slice(1));
            } else context.setProperty(node, 'id', anchor(context.textContent(node)));
          },
        },
      },
    ],
  });
  return code;
}

/** A block of code; what scrolls can be reached with the keyboard. */
export function codeHtml(lines: string[], title?: string): string {
  const pre = `<pre tabindex="0"><code>${lines.join('\n')}</code></pre>`;
  return title ? `<figure class="code"><figcaption>${escapeHtml(title)}</figcaption>${pre}</figure>` : pre;
}

/** Sätteri gives the place in the message only, counted from where its text began. */
function syntaxProblem(error: Error, source: Source): Problem {
  const [, line, message] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/s.exec(error.message) ?? [];
  const says = (message ?? error.message).replace(/ \(\d+:\d+\)/g, '');
  const advice = 'Close what is open; for text, write \\< or \\{, or put it in `code`.';
  return { file: source.file, line: Number(line ?? 1) + source.line - 1, message: `${says}. ${advice}` };
}

/** Source text in which every component is replaced by its attributes, as code, and what it holds; links have the base. */
function twin({ markdown, base }: Source, tree: MdastNode, blocks: Block[]): string {
  const cuts: { from: number; to: number; text: string }[] = [];
  let block = 0;
  walk(tree, (node) => {
    if (node.type === 'code') block++;
    if (node.type === 'link' && node.url.startsWith('/')) {
      const from = markdown.lastIndexOf(`](${node.url}`, node.position!.end.offset) + 2;
      if (from > 1) cuts.push({ from, to: from + 1, text: base });
    }
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const [from, to] = [node.position!.start.offset!, node.position!.end.offset!];
    if (node.name === 'Code') {
      const { code, lang } = blocks[block++]!;
      cuts.push({ from, to, text: `\`\`\`${lang}\n${code}\n\`\`\`` });
      return;
    }
    const values = node.attributes.map(
      (attribute) => `\`${String(attribute.type === 'mdxJsxAttribute' ? attribute.value : '')}\`: `,
    );
    const [first, last] = [node.children[0], node.children.at(-1)];
    const [open, close] = [first?.position?.start.offset ?? to, last?.position?.end.offset ?? to];
    cuts.push({ from, to: open, text: values.join('') }, { from: close, to, text: '' });
  });
  return cuts
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), markdown)
    .trim();
}

function plainText(tree: MdastNode): string {
  let text = '';
  walk(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'paragraph' || node.type === 'listItem' || node.type === 'code') text += ' ';
  });
  return text.replace(/\s+/g, ' ').trim();
}

function walk(node: MdastNode, visit: (node: MdastNode) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child as MdastNode, visit);
}

function attributeOf(node: { attributes: readonly unknown[] }, name: string): string | undefined {
  const attributes = node.attributes as readonly { name?: string; value?: unknown }[];
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!;
}
