import { bundledLanguages, bundledLanguagesAlias } from 'shiki/langs';
import { escapeHtml } from './code-html.ts';
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

/**
 * Colours code with classes, one tokenizing pass for light and dark.
 * @returns the lines of each block as HTML, in the order given
 */
export async function highlight(blocks: Block[]): Promise<string[][]> {
  shared ??= createHighlighterCore({ themes: [theme], langs: [], engine: createJavaScriptRegexEngine() });
  const shiki = await shared;
  return Promise.all(
    blocks.map(async ({ code, lang }) => {
      const grammar = grammarName(lang) ?? 'text';
      if (grammar === 'text') return code.split('\n').map(escapeHtml);
      if (!shiki.getLoadedLanguages().includes(grammar)) {
        await shiki.loadLanguage(bundledLanguages[grammar as keyof typeof bundledLanguages]);
      }
      return shiki
        .codeToTokensBase(code, { lang: grammar, theme: 'classes', tokenizeTimeLimit: 0 })
        .map(lineHtml);
    }),
  );
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
function lineHtml(tokens: { content: string; color?: string }[]): string {
  let html = '';
  let open = '';
  for (const { content, color } of tokens) {
    const blank = content.trim() === '';
    const isOperator = color === 'var(--token-keyword)' && !/\w/.test(content);
    const name = isOperator ? '' : (classOf[/^var\(--(.*)\)$/.exec(color ?? '')?.[1] ?? ''] ?? '');
    if (!blank && name !== open) {
      if (open) html += '</i>';
      if (name) html += name === 'k' ? '<i>' : `<i class=${name}>`;
      open = name;
    }
    html += escapeHtml(content);
  }
  return open ? `${html}</i>` : html;
}
