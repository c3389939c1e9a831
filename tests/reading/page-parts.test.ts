import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checklistHtml } from '../../src/site/checklist.ts';
import { diffHtml, diffTexts } from '../../src/site/diff-html.ts';
import { printedHtml, printedLines, shortenPrinted } from '../../src/site/printed.ts';
import { hasIdentity, identityStyles, sealSvg } from '../../src/site/identity.ts';
import { languageAttributes } from '../../src/site/language-attributes.ts';
import { linkTag, richText } from '../../src/site/rich-text.ts';
import { projectRoot } from '../../src/site/project.ts';
import { titleParts } from '../../src/site/titles.ts';
import { htmlText, takeNotes } from '../../src/site/trace-notes.ts';

test('takeNotes takes the notes out of the text and keeps what stands around them', () => {
  const html =
    '<p>Read.</p><trace-note data-number="1" data-at="a &#34;b&#34; &lt;c&gt;"><p>One.</p></trace-note>\n' +
    '<trace-note data-number="2" data-at="d"><p>Two.</p></trace-note><p>Then.</p>';
  const { before, after, notes } = takeNotes(html);
  assert.equal(before, '<p>Read.</p>');
  assert.equal(after, '<p>Then.</p>');
  assert.deepEqual(notes, [
    { number: 1, at: 'a "b" <c>', html: '<p>One.</p>' },
    { number: 2, at: 'd', html: '<p>Two.</p>' },
  ]);
});

test('htmlText reads tags and entities of ours as text', () => {
  assert.equal(htmlText('<i>if</i> a &lt; b &amp;&amp; c &gt; "d"'), 'if a < b && c > "d"');
});

test('checklistHtml puts a box before each step of the first list, and none before the lists within', () => {
  const { html, steps } = checklistHtml(
    '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ol><li>d</li></ol>',
    (step) => ({ 'aria-label': `"${step}" done` }),
  );
  assert.equal(steps, 2);
  assert.equal(html.match(/<input/g)?.length, 2);
  assert.ok(html.includes('aria-label="&quot;2&quot; done"'));
  assert.ok(html.includes('<ul><li>b</li></ul>'));
  assert.ok(html.endsWith('<ol><li>d</li></ol>'));
  assert.equal(html.match(/<div>/g)?.length, html.match(/<\/div>/g)?.length);
});

test('diffHtml shows each line once, and folds lines far from a change', () => {
  const html = diffHtml(diffTexts('a\nb\nc\nd\ne', 'a\nb\nc\nd\nE'), 1);
  assert.equal(
    html,
    '<span class="gap">⋯</span><span class="far">a\nb\nc</span><span>d</span><del>e</del><ins>E</ins>',
  );
});

test('printed output tells how a test ended, and is shortened around that', () => {
  const output = ['F.', 'x', 'y', 'z', 'E       AssertionError: <no>', 'u', 'v', 'w', '1 failed'].join('\n');
  const lines = printedLines(output);
  assert.deepEqual(
    lines.filter(({ tells }) => tells).map(({ text }) => text),
    ['E       AssertionError: <no>'],
  );
  assert.equal(
    printedHtml(shortenPrinted(lines, 5, 0)),
    'F.\n⋯\n<b>E       AssertionError: &lt;no&gt;</b>\n⋯\n1 failed',
  );
  assert.equal(shortenPrinted(lines, 9, 0), lines);
  assert.deepEqual(
    printedLines('.\n1 passed in 0.00s').map(({ tells }) => tells),
    [false, true],
  );
});

test('titleParts splits the name of an error from what it says', () => {
  assert.deepEqual(titleParts('WorkerLostError: Worker exited'), {
    name: 'WorkerLostError',
    rest: 'Worker exited',
  });
  assert.deepEqual(titleParts('Error [ERR_X]: no'), { name: 'Error [ERR_X]', rest: 'no' });
  assert.deepEqual(titleParts('Cannot connect to the broker: refused'), {
    rest: 'Cannot connect to the broker: refused',
  });
});

test('languageAttributes marks a guide in another language, and its direction where it is another', () => {
  const english = { tag: 'en', dir: 'ltr' } as const;
  assert.deepEqual(languageAttributes(english, 'en'), { isForeign: false, text: {}, own: {} });
  assert.deepEqual(languageAttributes(english, 'de'), {
    isForeign: true,
    text: { lang: 'de' },
    own: { lang: 'en' },
  });
  assert.deepEqual(languageAttributes(english, 'ar'), {
    isForeign: true,
    text: { lang: 'ar', dir: 'rtl' },
    own: { lang: 'en', dir: 'ltr' },
  });
});

test('a site has styles of its own when it has an accent, or a seal in another language', () => {
  assert.equal(hasIdentity({ accent: undefined, locale: 'en' }), false);
  assert.equal(hasIdentity({ accent: undefined, locale: 'de' }), true);
  const styles = identityStyles(
    { accent: { light: '#111111', dark: '#eeeeee' }, locale: 'de' },
    '/x/seal.svg',
  );
  assert.match(styles, /--accent:light-dark\(#111111,#eeeeee\)/);
  assert.match(styles, /\.seal\{mask-image:url\("\/x\/seal\.svg"\)\}/);
});

test('sealSvg sets longer words in smaller letters', () => {
  const picture = readFileSync(join(projectRoot, 'src/styles/seal.svg'), 'utf8');
  const size = (svg: string) => Number(/font-size="([\d.]+)"/.exec(svg)?.[1]);
  const [english, german] = [sealSvg(picture, 'en'), sealSvg(picture, 'de')];
  assert.equal(english, picture);
  assert.match(german, />NACHGEWIESEN · [^<]+</);
  assert.ok(size(german) < size(english));
});

test('richText escapes a text and turns the tags that are given into elements', () => {
  assert.equal(
    richText('a & <list>b < c</list>, <none>d</none>, <other>', { list: linkTag('/x/?a="1"&b'), none: '' }),
    'a &amp; <a href="/x/?a=&quot;1&quot;&amp;b">b &lt; c</a>, d, &lt;other&gt;',
  );
});
