import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { readContent } from '../../src/guide/content.ts';
import { grammarName, highlight, languageOf, lineHtml } from '../../src/guide/highlight.ts';
import { projectRoot } from '../../src/site/project.ts';
import { isFull } from '../full.ts';

/** Code of every language of the content, in which lines come again within and across files. */
function files(): { code: string; lang: string }[] {
  const { guides } = readContent(join(projectRoot, 'content')).content;
  const found = guides.flatMap(({ causes }) =>
    causes.flatMap(({ layers }) =>
      [layers.broken, layers.fixed, layers.test]
        .flat()
        .filter(({ encoding, text }) => !encoding && text.length < 20_000)
        .map(({ path, text }) => ({ code: text, lang: languageOf(path) })),
    ),
  );
  return isFull ? found : found.filter((_, i) => i % 25 === 0);
}

test('highlight colours a line that came before as Shiki does a new one', async () => {
  const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '--' });
  const shiki = await createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  });
  const blocks = files();
  assert.ok(blocks.length > 10);
  const html = await highlight(blocks);
  for (const [i, { code, lang }] of blocks.entries()) {
    const grammar = grammarName(lang) ?? 'text';
    if (grammar === 'text') continue;
    await shiki.loadLanguage(bundledLanguages[grammar as keyof typeof bundledLanguages]);
    const tokens = shiki.codeToTokensBase(code, { lang: grammar, theme: 'classes', tokenizeTimeLimit: 0 });
    const expected = tokens.map((line) =>
      lineHtml(line.map(({ content, color }) => ({ content, color: color ?? '' }))),
    );
    assert.deepEqual(html[i], expected, `${lang}:\n${code}`);
  }
});
