import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { bundledLanguages } from 'shiki/langs';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { diskCache, readCacheFile } from '../../src/guide/cache.ts';
import { shownFiles } from '../../src/guide/cause-files.ts';
import { compileGuide } from '../../src/guide/compile.ts';
import { grammarName, highlight, languageOf } from '../../src/guide/highlight.ts';
import { readContent } from '../../src/guide/content.ts';
import { projectRoot } from '../../src/site/project.ts';

const { content } = readContent(join(import.meta.dirname, 'content'));
const guide = content.guides[0]!;
const options = {
  components: ['Note', 'Code'],
  url: 'https://shop.example/errors/',
  base: '/errors/',
  locale: 'en',
  highlight,
};
const uncached = <Value>(_: string, make: () => Promise<Value | undefined>) =>
  make().then((value) => value && { value, path: '' });

test('compiles a guide to its text, code, trace and Markdown twin', async (t) => {
  const { entry, problems } = await compileGuide(guide, { ...options, cached: uncached });
  assert.deepEqual(problems, []);
  const { markdown, ...compiled } = entry!.value;
  t.assert.fileSnapshot(compiled, join(import.meta.dirname, 'expected', 'price-error.json'));
  t.assert.fileSnapshot(markdown, join(import.meta.dirname, 'expected', 'price-error.md'), {
    serializers: [String],
  });
});

test('compiles once: what is kept serves until an input changes', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tracebook-cache-'));
  try {
    let calls = 0;
    const counting = {
      ...options,
      highlight: (blocks: Parameters<typeof highlight>[0]) => (calls++, highlight(blocks)),
    };
    const first = await compileGuide(guide, { ...counting, cached: diskCache(dir, '1') });
    const again = await compileGuide(guide, { ...counting, cached: diskCache(dir, '1') });
    assert.deepEqual(again.entry, first.entry);
    assert.equal(calls, 1);
    await compileGuide(
      { ...guide, ci: { ...guide.ci, text: `${guide.ci.text}# changed` } },
      { ...counting, cached: diskCache(dir, '1') },
    );
    assert.equal(calls, 2);
    await compileGuide(guide, { ...counting, cached: diskCache(dir, '2') });
    assert.equal(calls, 3);
    assert.deepEqual((await readCacheFile(first.entry!.path)).value, first.entry!.value);
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('colours code with classes and escapes it', async () => {
  const [lines] = await highlight([{ code: 'def f():\n    return "<b>" # &', lang: 'py' }]);
  assert.deepEqual(lines, [
    '<i>def </i>f():',
    '    <i>return </i><i class=s>"&lt;b&gt;" </i><i class=c># &amp;</i>',
  ]);
});

test("Shiki's JavaScript engine reads every language of the guides as its Oniguruma engine does", async () => {
  const { content: real } = readContent(join(projectRoot, 'content'));
  const files = real.guides.flatMap((guide) => [
    { path: 'ci.yml', text: guide.ci.text },
    ...guide.causes.flatMap((cause) => shownFiles(guide, cause)),
  ]);
  const theme = createCssVariablesTheme({ name: 'plain' });
  const names = [...new Set(files.map(({ path }) => grammarName(languageOf(path)) ?? 'text'))].filter(
    (name) => name !== 'text',
  );
  assert.ok(names.length >= 4, `only ${names.join(', ')}`);
  const langs = names.map((name) => bundledLanguages[name as keyof typeof bundledLanguages]);
  const engines = [() => createJavaScriptRegexEngine(), () => createOnigurumaEngine(import('shiki/wasm'))];
  const makeBoth = () =>
    Promise.all(engines.map((make) => createHighlighterCore({ themes: [theme], langs, engine: make() })));
  const read = (highlighters: HighlighterCore[], text: string, lang: string) =>
    highlighters.map((shiki) => shiki.codeToTokensBase(text, { lang, theme: 'plain', tokenizeTimeLimit: 0 }));
  const both = await makeBoth();
  for (const { path, text } of files) {
    const lang = grammarName(languageOf(path)) ?? 'text';
    if (lang === 'text') continue;
    const [a, b] = read(both, text, lang);
    if (isDeepStrictEqual(a, b)) continue;
    // On a busy machine an engine has missed a pattern once in some runs, for a reason unknown: fresh ones decide.
    const [again, other] = read(await makeBoth(), text, lang);
    assert.deepEqual(again, other, path);
  }
});
