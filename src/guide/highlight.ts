import { bundledLanguages, bundledLanguagesAlias } from 'shiki/langs';
import { escapeHtml } from './code-html.ts';
import { lineTokenizer, type Grammar, type Token } from './highlight-lines.ts';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** Code to be coloured; `lang` is a name or an alias that Shiki knows, or a file's ending. */
export type Block = { code: string; lang: string };

const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--' });
/**
 * Theme variable of a token, as in `var(token-keyword)`, to the class that colours it: keywords have none, they are the
 * most. Others keep the text colour.
 */
const classOf: Record<string, string> = {
  'token-comment': 'c',
  'token-keyword': 'k',
  'token-string': 's',
  'token-string-expression': 's',
};
/** Endings that Shiki has no alias for. */
const endings: Record<string, string> = {
  cfg: 'ini',
  lock: 'toml',
  txt: 'text',
  mod: 'go',
  sum: 'text',
  log: 'text',
};

let shared: Promise<HighlighterCore> | undefined;
/** By grammar: Shiki makes another one when a language that it may hold is loaded after it. */
const tokenizers = new WeakMap<Grammar, (code: string) => string[]>();

/**
 * Colours code with classes, one tokenizing pass for light and dark.
 * @returns the lines of each block as HTML, in the order given
 */
export async function highlight(blocks: Block[]): Promise<string[][]> {
  shared ??= createHighlighterCore({ themes: [theme], langs: [], engine: createJavaScriptRegexEngine() });
  const shiki = await shared;
  const grammars = blocks.map(({ lang }) => grammarName(lang) ?? 'text');
  for (const name of new Set(grammars)) {
    if (name !== 'text' && !shiki.getLoadedLanguages().includes(name))
      await shiki.loadLanguage(bundledLanguages[name as keyof typeof bundledLanguages]);
  }
  return blocks.map(({ code }, i) =>
    grammars[i] === 'text' ? code.split('\n').map(escapeHtml) : tokenizerOf(shiki, grammars[i]!)(code),
  );
}

function tokenizerOf(shiki: HighlighterCore, name: string): (code: string) => string[] {
  const grammar = shiki.getLanguage(name);
  const known = tokenizers.get(grammar);
  if (known) return known;
  const { theme, colorMap } = shiki.setTheme('classes');
  // Shiki's themes with variables have stand-ins for colours.
  const colors = colorMap.map((color) => theme.colorReplacements?.[color?.toLowerCase()] ?? color);
  const tokenizer = lineTokenizer(grammar, colors, lineHtml);
  tokenizers.set(grammar, tokenizer);
  return tokenizer;
}

/** The language of a file by its name, as a `Block` takes it. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('Dockerfile')) return 'docker';
  if (name.startsWith('Makefile')) return 'make';
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** Name of the grammar for a language, an alias or a file's ending; undefined when there is none. */
export function grammarName(lang: string): string | undefined {
  const name = endings[lang] ?? lang;
  if (name === 'text' || name === 'plain' || name === 'console') return 'text';
  return name in bundledLanguages || name in bundledLanguagesAlias ? name : undefined;
}

/** `<i>` for a keyword, `<i class=c>` for others, and not a span with quotes: there are hundreds on a page. */
export function lineHtml(tokens: Token[]): string {
  let html = '';
  let open = '';
  for (const { content, color } of tokens) {
    const blank = content.trim() === '';
    const isOperator = color === 'var(--token-keyword)' && !/\w/.test(content);
    const name = isOperator ? '' : (classOf[/^var\(--(.*)\)$/.exec(color)?.[1] ?? ''] ?? '');
    if (!blank && name !== open) {
      if (open) html += '</i>';
      if (name) html += name === 'k' ? '<i>' : `<i class=${name}>`;
      open = name;
    }
    html += escapeHtml(content);
  }
  return open ? `${html}</i>` : html;
}
