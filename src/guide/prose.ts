import { defineHastPlugin, defineMdastPlugin, mdxToJs, type MdastNode } from 'satteri';
import { codeHtml } from './code-html.ts';
import type { Block } from './highlight.ts';
import { attributeOf, walk } from './mdast.ts';

/** Compiled MDX. */
export type Prose = {
  shown: ShownProse;
  /** The words alone. */
  text: string;
  /** For the Markdown twin: components are replaced by what they hold. */
  markdown: string;
};

/**
 * What a page shows of it: HTML, or where it holds components, the body of a function that takes `astro/jsx-runtime` and
 * returns `{ default: Content }`.
 */
export type ShownProse = { html: string } | { code: string };

/** MDX that was found right, and what it is compiled for. */
type Checked = {
  markdown: string;
  tree: MdastNode;
  /** All code in it, in document order. */
  blocks: Block[];
  /** Path that the site stands under, with `/` at both ends. */
  base: string;
};

/** Compiles MDX; `lines` are the lines of its blocks as HTML. */
export function compileProse(source: Checked, lines: string[][]): Prose {
  return { shown: compileShown(source, lines), text: plainText(source.tree), markdown: twin(source) };
}

/** Components that are compiled in another way than by their name; the others stay as they are. */
const COMPILED = ['Code', 'Note'];

/** Without plugins, which most texts have no need of, the compiler never leaves its native code. */
function compileShown({ markdown, tree, blocks, base }: Checked, lines: string[][]): ShownProse {
  if (markdown.trim() === '') return { html: '' };
  const nodes: MdastNode[] = [];
  walk(tree, (node) => void nodes.push(node));
  const hasComponents = nodes.some((node) => 'name' in node && COMPILED.includes(node.name ?? ''));
  const hasLinks = nodes.some((node) => 'url' in node && node.url.startsWith('/'));
  const { code } = mdxToJs(markdown, {
    outputFormat: 'function-body',
    jsxImportSource: 'astro',
    elementAttributeNameCase: 'html',
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    mdastPlugins: hasComponents ? [componentsPlugin()] : [],
    hastPlugins: blocks.length > 0 || hasLinks ? [codeAndLinksPlugin(lines, base)] : [],
  });
  return htmlIn(code) ?? { code };
}

/** How the compiler writes a text without components: `return _jsx(Fragment, { "set:html": "<p>…" });` */
const ONLY_HTML = /^ {4}return _jsx\(Fragment, \{ "set:html": ("(?:[^"\\\n]|\\.)*") \}\);$/m;

/** The HTML that is all there is in compiled code; undefined where there is more, or JSON has not what stands in it. */
function htmlIn(code: string): { html: string } | undefined {
  const html = ONLY_HTML.exec(code)?.[1];
  if (html === undefined) return undefined;
  try {
    return { html: JSON.parse(html.replaceAll('\t', '\\t')) as string };
  } catch {
    return undefined;
  }
}

/** Shown files become code blocks, and notes are counted. */
function componentsPlugin() {
  let note = 0;
  return defineMdastPlugin({
    name: 'components',
    mdxJsxFlowElement(node) {
      if (node.name === 'Code')
        return { type: 'code', lang: 'text', meta: attributeOf(node, 'file') ?? null, value: '' };
      if (node.name !== 'Note') return undefined;
      const number = { type: 'mdxJsxAttribute' as const, name: 'number', value: String(++note) };
      return { ...node, attributes: [...node.attributes, number] };
    },
  });
}

/** Code blocks are met in document order, as they were read. */
function codeAndLinksPlugin(lines: string[][], base: string) {
  let block = 0;
  return defineHastPlugin({
    name: 'code-and-links',
    element: {
      filter: ['pre', 'a'],
      visit(node, context) {
        if (node.tagName === 'pre') {
          const meta = (node.children[0] as { data?: { meta?: string } } | undefined)?.data?.meta;
          context.replaceNode(node, {
            type: 'raw',
            value: codeHtml(lines[block++]!, meta?.replace(/^title="(.*)"$/, '$1')),
          });
        } else {
          const href = String(node.properties['href'] ?? '');
          if (href.startsWith('/')) context.setProperty(node, 'href', base + href.slice(1));
        }
      },
    },
  });
}

/** Source text in which every component is replaced by its attributes, as code, and what it holds; links have the base. */
function twin({ markdown, base, tree, blocks }: Checked): string {
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
