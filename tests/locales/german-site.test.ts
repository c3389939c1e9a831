import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { messagesOf } from '../../src/locales/index.ts';
import { temporaryProject } from '../guide/project.ts';
import { textsOf } from './texts.ts';

let root: string;
const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');

before(async () => {
  root = await temporaryProject();
  await appendFile(join(root, 'content', 'site.yaml'), '\nlocale: de\n');
  await promisify(execFile)(process.execPath, [join(root, 'src', 'cli.ts'), 'build'], { cwd: root });
});
after(() => rm(root, { recursive: true, force: true }));

test('a German site says so on every page', () => {
  const pages = globSync('**/*.html', { cwd: join(root, 'dist') });
  assert.ok(pages.length > 5);
  for (const page of pages) assert.match(read(page), /<html lang="de" dir="ltr"/, page);
  assert.match(read('rss.xml'), /<language>de<\/language>/);
  assert.match(read('seal.svg'), /NACHGEWIESEN/);
});

test('a German site has its headings, dates and numbers in German', () => {
  const page = read('guides/shop/price-error/index.html');
  for (const text of ['>Nachweis und Tests<', '>2 Ursachen<', '>Von Hand, etwa 5 Minuten<'])
    assert.match(page, new RegExp(text), text);
  assert.match(page, /<time datetime="2026-11-\d\d">\d{1,2}\. Nov\. 2026<\/time>/);
  assert.match(read('index.html'), /<dt>Anleitung<\/dt>/);
});

test('the embed of a German site is in German', () => {
  const module = read('embed.js');
  assert.match(module, /Stacktrace einfügen oder suchen/);
  assert.doesNotMatch(module, /Paste a stack trace/);
});

test('a guide in English on a German site is marked, and says so', () => {
  const page = read('guides/shop/price-error/index.html');
  assert.match(page, /<article [^>]*lang="en"/);
  assert.match(page, /Der Text dieser Anleitung ist auf Englisch\./);
  assert.match(page, /<h2 id="deploying" lang="de"/);
  assert.equal(/"inLanguage":"([^"]+)"/.exec(page)?.[1], 'en');
  assert.match(read('index.html'), /<li lang="en"/);
  const [guide] = (JSON.parse(read('names.json')) as { guides: { language?: string }[] }).guides;
  assert.equal(guide!.language, 'en');
});

test('the Markdown twin has German headings and the guide’s own text', () => {
  const twin = read('guides/shop/price-error.md');
  for (const heading of [
    '## Welche Ursache ist es?',
    '## Ursachen',
    '#### Lösung',
    '## Ausliefern',
    '## Fragen',
  ])
    assert.ok(twin.includes(`${heading}\n`), heading);
  assert.match(twin, /^A price must be a number/m);
});

test('scripts carry the texts of the site’s locale only', () => {
  const scripts = globSync('_astro/*.js', { cwd: join(root, 'dist') }).map(read);
  const all = scripts.join('\n');
  const { box, search, reading, arrival, prompt } = messagesOf('de');
  for (const text of [box.noGuideText, search.recents, reading.copyMarkdown, arrival.apart, prompt.withTrace])
    assert.ok(all.includes(text), text);
  const english = textsOf(messagesOf('en'));
  const german = new Set(Object.values(textsOf(messagesOf('de'))));
  const sentences = Object.values(english).filter(
    (text) => text.includes(' ') && text.length > 14 && !german.has(text),
  );
  assert.ok(sentences.length > 100);
  assert.deepEqual(
    sentences.filter((text) => all.includes(text)),
    [],
  );
});
