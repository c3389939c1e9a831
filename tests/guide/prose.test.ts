import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMdx } from '../../src/guide/mdx.ts';

function shown(markdown: string) {
  const mdx = readMdx({
    file: 'guide.mdx',
    markdown,
    line: 1,
    shown: [],
    components: ['Aside'],
    base: '/errors/',
  });
  assert.deepEqual(mdx.problems, []);
  return mdx.compile(mdx.blocks.map(({ code }) => code.split('\n'))).shown;
}

const texts = {
  '': '',
  'A `<b>` of "quotes", \'others\', \\{ and \u2028.':
    '<p>A <code>&lt;b&gt;</code> of "quotes", \'others\', { and \u2028.</p>',
  '[One](/guides/) and [two](https://example.org/).':
    '<p><a href="/errors/guides/">One</a> and <a href="https://example.org/">two</a>.</p>',
  '```go\nif x {\n\treturn `\\d`\n}\n```': '<pre tabindex="0"><code>if x {\n\treturn `\\d`\n}</code></pre>',
};
for (const [markdown, html] of Object.entries(texts)) {
  test(`a text without components is HTML: ${JSON.stringify(markdown)}`, () => {
    assert.deepEqual(shown(markdown), { html });
  });
}

test('a text with a component is code that takes it', () => {
  const prose = shown('Before.\n\n<Aside kind="tip">\n\nWithin.\n\n</Aside>');
  assert.ok('code' in prose);
  assert.match(prose.code, /_jsx\(Aside, \{/);
});
