import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from '../../src/paste/worker/summary.ts';
import { requestText, requestTitle, requestUrl } from '../../src/paste/view/guide-request.ts';
import { parse } from '../../src/trace/index.ts';

const java = `Exception in thread "main" com.acme.OrderException: order 7
\tat com.acme.Shop.main(Shop.java:9)
\tat org.hibernate.Session.run(Session.java:31)
Caused by: java.io.IOException: no access for jane@example.org, token=abc123
\tat com.acme.Disk.read(Disk.java:4)
\t... 1 more
`;
const summary = summarize(parse(java)[0]!);

test('a request says the summary of the root, masked', () => {
  assert.equal(
    requestText(summary),
    [
      'Type: java.io.IOException',
      'Message: no access for ‹e-mail›, token=‹secret›',
      'Reported as: com.acme.OrderException',
      'Language: Java',
      'Files: Disk.java, Shop.java',
      'Packages: org.hibernate',
    ].join('\n'),
  );
  assert.equal(requestTitle(summary), 'Guide request: java.io.IOException (Java)');
});

test('of the files of the program only the last two parts are said', () => {
  const node = 'Error: no\n    at f (/home/jane/secret/shop/src/a.js:1:2)\n';
  assert.match(requestText(summarize(parse(node)[0]!)), /^Files: src\/a\.js$/m);
});

for (const [repository, start] of [
  ['https://github.com/a/b', 'https://github.com/a/b/issues/new?title=T&body=B'],
  ['https://github.com/a/b.git', 'https://github.com/a/b/issues/new?title=T&body=B'],
  ['https://codeberg.org/a/b/', 'https://codeberg.org/a/b/issues/new?title=T&body=B'],
  ['https://git.example.org/a/b', 'https://git.example.org/a/b/issues/new?title=T&body=B'],
  [
    'https://gitlab.com/a/b/c',
    'https://gitlab.com/a/b/c/-/issues/new?issue%5Btitle%5D=T&issue%5Bdescription%5D=B',
  ],
  [
    'https://gitlab.example.org/a/b',
    'https://gitlab.example.org/a/b/-/issues/new?issue%5Btitle%5D=T&issue%5Bdescription%5D=B',
  ],
] as const) {
  test(`a request for ${repository} opens the page that it has for new issues`, () => {
    assert.deepEqual(requestUrl(repository, 'T', 'B'), { url: start, isCut: false });
  });
}

test('a long text is cut so that the link has at most 6,000 characters, and no character is cut in two', () => {
  for (const character of ['a', 'ä', '€', '😀', '\n']) {
    const { url, isCut } = requestUrl('https://github.com/a/b', 'T', character.repeat(9000));
    assert.ok(isCut);
    assert.ok(url.length <= 6000 && url.length > 5900, `${character}: ${url.length}`);
    assert.ok(!url.includes('%EF%BF%BD'), character);
  }
});
