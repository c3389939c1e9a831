import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sitePlaces } from '../../src/files/places.ts';
import { loadContent } from '../../src/guide/load-content.ts';
import { formatProblem } from '../../src/guide/problems.ts';
import { ownComponents, takenRoutes } from '../../src/guide/site-parts.ts';
import { identityStyles } from '../../src/site/identity.ts';
import { projectRoot } from '../../src/site/project.ts';

let root: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tracebook-parts-'));
  await cp(join(import.meta.dirname, 'content'), join(root, 'content'), { recursive: true });
  const files = {
    'pages/about.mdx': `---
title: About
description: Who writes this.
---

We do. See [below](#below), [a guide](/guides/shop/price-error/#missing) and <Light colour="red" />.

## Below

<Aside kind="tip">Read on.</Aside>
`,
    'components/Light.astro': '<b>{Astro.props.colour}</b>\n',
    'components/light.css': 'b {}\n',
    'theme.css': ':root { --accent: teal; }\n',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, 'content', path, '..'), { recursive: true });
    await writeFile(join(root, 'content', path), text);
  }
});
after(() => rm(root, { recursive: true }));

const load = () => loadContent(sitePlaces({}, root), 0);

test('pages, components and a theme of the content are read', async () => {
  const { content, pages, problems } = await load();
  assert.deepEqual(problems.map(formatProblem), []);
  assert.deepEqual(content.components, ['Light']);
  assert.equal(content.theme, ':root { --accent: teal; }\n');
  const [{ id, frontmatter, sections } = assert.fail()] = pages;
  assert.deepEqual([id, frontmatter.title], ['about', 'About']);
  assert.deepEqual(
    sections.map((section) => [section.id, section.heading]),
    [
      [undefined, undefined],
      ['below', 'Below'],
    ],
  );
});

test('a guide may use a component of the content, and link to a page of it', async () => {
  const guide = join(root, 'content', 'shop', 'price-error', 'guide.mdx');
  const before = await readFile(guide, 'utf8');
  const questions = '## Questions\n';
  assert.ok(before.includes(questions));
  const text = '\n### Who writes this?\n\n<Light colour="green" /> [We do](/about/#below).\n';
  await writeFile(guide, before + text);
  const ours = (await load()).problems.filter(({ file }) => file.endsWith('guide.mdx'));
  assert.deepEqual(ours.map(formatProblem), []);
  await writeFile(guide, before + text.replace('Light', 'Lght'));
  const [problem] = (await load()).problems;
  assert.match(
    formatProblem(problem!),
    /<Lght> is not a component that is known here\. Did you mean "Light"\?/,
  );
  await writeFile(guide, before);
});

test('the theme comes after the accent of site.yaml', () => {
  const accent = { light: '#000000', dark: '#ffffff' };
  const styles = identityStyles({ accent, theme: 'a {}', locale: 'en' }, '/seal.svg');
  assert.ok(styles.indexOf('a {}') > styles.indexOf('--accent'));
});

test('no page of a site can hide one that every site has', () => {
  const entries = readdirSync(join(projectRoot, 'src', 'pages'), { withFileTypes: true });
  const routes = entries
    .filter((entry) => entry.isDirectory() || /^[^[].*\.astro$/.test(entry.name))
    .map(({ name }) => name.replace(/\.astro$/, ''));
  assert.ok(routes.length > 4);
  for (const route of routes) assert.ok(takenRoutes.includes(route), `${route} is missing in takenRoutes`);
});

test('the components that no site may replace are those of src/components/author, and Code', () => {
  const files = readdirSync(join(projectRoot, 'src', 'components', 'author'));
  const names = ['Code', ...files.map((file) => file.replace(/\.astro$/, ''))].sort();
  assert.deepEqual(ownComponents, names);
});
