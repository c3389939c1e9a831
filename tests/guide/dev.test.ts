import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDev } from './project.ts';

let root: string;
let url: string;
let stop: () => Promise<void>;

before(async () => ({ root, url, stop } = await startDev()));
after(() => stop());

/** Asks for the page until it fits. */
async function shows(pattern: RegExp, path = 'guides/shop/price-error/'): Promise<string> {
  for (let tries = 0; ; tries++) {
    const page = await (await fetch(`${url}${path}`)).text();
    if (pattern.test(textOf(page))) return page;
    assert.ok(tries < 150, `/${path} does not show ${pattern}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function textOf(html: string): string {
  const text = html.replace(/<(style|script)\b[^]*?<\/\1>|<[^>]+>/g, ' ');
  return text.replaceAll('&quot;', '"').replace(/\s+/g, ' ');
}

/** Asks for the page until it fits no longer. */
async function gone(pattern: RegExp, path?: string): Promise<void> {
  await shows(new RegExp(`^(?![^]*(?:${pattern.source}))`), path);
}

test(
  "an author's edit shows without a restart, and a mistake keeps the last good page",
  { timeout: 120_000 },
  async () => {
    const guide = join(root, 'content', 'shop', 'price-error');
    await shows(/A price must be a number/);

    const mdx = await readFile(join(guide, 'guide.mdx'), 'utf8');
    const edited = mdx.replace('A price must be', 'Each price has to be');
    await writeFile(join(guide, 'guide.mdx'), edited);
    await shows(/Each price has to be a number/);

    const fixed = join(guide, 'negative', 'fixed', 'price.mjs');
    const code = await readFile(fixed, 'utf8');
    await writeFile(fixed, `${code}// a new line of code\n`);
    await shows(/a new line of code/);
    await writeFile(fixed, code);

    const site = await readFile(join(root, 'content', 'site.yaml'), 'utf8');
    await writeFile(
      join(root, 'content', 'site.yaml'),
      site.replace('name: Shop errors', 'name: Errors of a shop'),
    );
    await shows(/Errors of a shop/);

    for (const [from, to] of [
      ['Each price has to be', '{ has to be'],
      ['title: "PriceError: not a price"', 'title: Price: not: a price'],
      ['shows: negative', 'shows: neither'],
    ] as const) {
      await writeFile(join(guide, 'guide.mdx'), edited.replace(from, to));
      assert.match(await shows(/\d problems? of this page/), /Each price has to be a number/, to);
      await writeFile(join(guide, 'guide.mdx'), edited);
      await gone(/problems? of this page/);
    }
    await writeFile(join(guide, 'guide.mdx'), mdx);
  },
);

test(
  'a page shows the problems that concern it with file and line, until they are mended',
  { timeout: 120_000 },
  async () => {
    const cause = join(root, 'content', 'shop', 'price-error', 'missing', 'cause.mdx');
    const framework = join(root, 'content', 'shop', 'framework.yaml');
    const [mdx, yaml] = await Promise.all([readFile(cause, 'utf8'), readFile(framework, 'utf8')]);

    await writeFile(cause, mdx.replace(/^order: .*$/m, 'order: first'));
    const line = mdx.split('\n').findIndex((text) => text.startsWith('order: ')) + 1;
    const place = new RegExp(`content/shop/price-error/missing/cause\\.mdx:${line}\\s+order`);
    for (const path of ['guides/shop/price-error/', 'guides/shop/', '', 'match/']) await shows(place, path);
    await writeFile(cause, mdx);
    for (const path of ['guides/shop/price-error/', '']) await gone(place, path);

    // A guide that was never whole has no page: the one for what is missing says why.
    const other = join(root, 'content', 'shop', 'other-error');
    await mkdir(other);
    await writeFile(join(other, 'guide.mdx'), 'no frontmatter');
    await shows(/shop\/other-error\/guide\.mdx:1 has no frontmatter/, 'guides/shop/other-error/');
    await rm(other, { recursive: true });
    await gone(/has no frontmatter/);

    await writeFile(framework, yaml.replace(/^runtime: .*$/m, 'runtime: nodde'));
    await shows(/framework\.yaml:\d+ runtime There is no runtime "nodde"\. Did you mean "node"\?/);
    await writeFile(framework, yaml);
    await gone(/There is no runtime/);
  },
);

test('the embed is served from its sources, for pages of other origins on this machine', async () => {
  const headers = { Origin: 'http://127.0.0.1:1' };
  const module = await fetch(`${url}embed.js`, { headers });
  assert.equal(module.headers.get('access-control-allow-origin'), '*');
  const [, source] = /^import '([^']+)';$/m.exec(await module.text())!;
  for (const path of [source!, `${new URL(url).pathname}match/index.json`]) {
    const response = await fetch(new URL(path, url), { headers });
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get('access-control-allow-origin'), headers.Origin, path);
  }
  const element = await (await fetch(new URL(source!.replace('embed.ts', 'tracebook-match.ts'), url))).text();
  const [, styles] = /from "([^"]*virtual:embed-styles)"/.exec(element)!;
  assert.match(await (await fetch(new URL(styles!, url))).text(), /--tracebook-accent/);
});
