import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { readContent } from '../../src/guide/content.ts';
import { loadContent } from '../../src/guide/load-content.ts';
import { formatProblem } from '../../src/guide/problems.ts';
import { projectRoot } from '../../src/site/project.ts';
import { sitePlaces } from '../../src/files/places.ts';

/** Each takes good content and spoils one file; the snapshot beside holds what is said, line by line. */
type Case = {
  name: string;
  file: string;
  from?: string | RegExp;
  to?: string;
  remove?: true;
};

const contentDir = join(import.meta.dirname, 'content');
const guide = 'content/shop/price-error/guide.mdx';
const cause = 'content/shop/price-error/negative/cause.mdx';

const ownPage = '---\ntitle: About\ndescription: Who writes this.\n---\n\n';

const cases: Case[] = [
  {
    name: 'an unknown key',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\nmesages: []',
  },
  {
    name: 'a missing cause folder',
    file: guide,
    from: 'shows: negative',
    to: 'shows: negativ',
  },
  {
    name: 'a message template that fits no recorded trace',
    file: guide,
    from: '{amount} is not a price',
    to: '{amount} is no price',
  },
  {
    name: 'an unknown component',
    file: guide,
    from: '<Note at="PriceError: -1 is not a price">\nThe amount stands in the message.\n</Note>',
    to: '<Not at="x">\nThe amount.\n</Not>',
  },
  {
    name: 'an import',
    file: guide,
    from: 'A price must be',
    to: "import Chart from './chart.js'\n\nA price must be",
  },
  {
    name: 'an expression',
    file: guide,
    from: '*zero* is',
    to: '{1 + 1} is',
  },
  {
    name: 'a broken brace',
    file: guide,
    from: '*zero* is',
    to: '{zero is',
  },
  {
    name: 'an unclosed tag',
    file: guide,
    from: '</Note>\n',
    to: '',
  },
  {
    name: 'a file shown that is not there',
    file: cause,
    from: 'broken/price.mjs" lines="1-3"',
    to: 'broken/prices.mjs"',
  },
  {
    name: 'a note on a line that the trace does not have',
    file: guide,
    from: '<Note at="PriceError: -1',
    to: '<Note at="PriceError: -2',
  },
  {
    name: 'broken YAML',
    file: guide,
    from: 'exceptions: [PriceError]',
    to: 'exceptions: [PriceError',
  },
  {
    name: 'an id that stands twice on a page',
    file: guide,
    from: '### Can a price be zero?',
    to: '### Missing?',
  },
  {
    name: 'a link to a page that is not there',
    file: guide,
    from: '(/guides/shop/)',
    to: '(/guides/shops/)',
  },
  {
    name: 'a link to an anchor that is not there',
    file: guide,
    from: '(#missing)',
    to: '(#misssing)',
  },
  {
    name: 'a related guide that is not there',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\nrelated: [{ guide: shop/price, because: Both. }]',
  },
  {
    name: 'an unknown heading',
    file: guide,
    from: '## Deploying',
    to: '## Deployment',
  },
  {
    name: 'code that has changed since it was proved',
    file: 'content/shop/price-error/missing/broken/price.mjs',
    from: '3 }, {}',
    to: '4 }, {}',
  },
  {
    name: 'a cause that was never proved',
    file: 'content/shop/price-error/missing/recorded/24/proof.json',
    remove: true,
  },
  {
    name: 'a trace that leads to another cause',
    file: 'content/shop/price-error/missing/cause.mdx',
    from: 'the article has no price"',
    to: 'an article lacks its price"',
  },
  {
    name: 'a workflow that does not run the test',
    file: 'content/shop/price-error/ci.yml',
    from: 'node --test test/price.test.mjs',
    to: 'npm test',
  },
  {
    name: 'a new file on one side',
    file: 'content/shop/price-error/missing/fixed/other.mjs',
    to: '',
  },
  {
    name: 'a file that equals the one below it',
    file: 'content/shop/price-error/missing/broken/.node-version',
    to: '24\n',
  },
  {
    name: 'a file for one environment that equals the one below it',
    file: 'content/shop/price-error/missing/fixed@24/.node-version',
    to: '24\n',
  },
  {
    name: 'files for an environment that there is not',
    file: 'content/shop/price-error/missing/fixed@22/price.mjs',
    to: '',
  },
  {
    name: 'a file that is the same on both sides',
    file: 'content/shop/price-error/missing/fixed/price.mjs',
    from: 'articles.filter(({ price }) => price !== undefined).reduce',
    to: 'articles.reduce',
  },
  {
    name: 'an edited trace',
    file: 'content/shop/price-error/missing/recorded/24/trace.txt',
    from: 'price.mjs:12:1',
    to: 'price.mjs:12:2',
  },
  {
    name: 'a frame beyond the end of its file',
    file: 'content/shop/price-error/missing/recorded/24/trace.txt',
    from: 'price.mjs:12:1',
    to: 'price.mjs:120:1',
  },
  {
    name: 'a frame in a file that is not shown',
    file: 'content/shop/price-error/missing/recorded/24/trace.txt',
    from: '/app/price.mjs:12:1',
    to: '/app/prices.mjs:12:1',
  },
  {
    name: 'a changed lock',
    file: 'content/shop/environments/24/.node-version',
    from: '24',
    to: '22',
  },
  {
    name: 'a sign that is not in the trace',
    file: cause,
    from: 'sign: "PriceError: **-1**',
    to: 'sign: "PriceError: **-2**',
  },
  {
    name: 'a signal that fits two causes',
    file: cause,
    from: '  - message: "-{amount} is not a price"',
    to: '  - message: "-{amount} is not a price"\n  - near: "PriceError"',
  },
  {
    name: 'a short name that is too long',
    file: cause,
    from: 'short: Price below zero',
    to: 'short: The price is far below zero',
  },
  {
    name: 'an environment without its folder',
    file: 'content/shop/framework.yaml',
    from: '["24"]',
    to: '["24", "22"]',
  },
  {
    name: 'an environment that framework.yaml does not name',
    file: 'content/shop/environments/22/.node-version',
    to: '22\n',
  },
  {
    name: 'a language that is no tag',
    file: guide,
    from: 'published: 2026-11-22',
    to: 'published: 2026-11-22\nlanguage: German',
  },
  {
    name: 'a locale that is not there',
    file: 'content/site.yaml',
    from: 'url:',
    to: 'locale: fr\nurl:',
  },
  {
    name: 'a date without its form',
    file: guide,
    from: 'published: 2026-11-22',
    to: 'published: 22.11.2026',
  },
  {
    name: 'frontmatter without an end',
    file: guide,
    from: 'formerly: [shop/not-a-price]\n---',
    to: 'formerly: [shop/not-a-price]',
  },
  {
    name: 'a guide that is related to itself',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\nrelated: [{ guide: shop/price-error, because: It is. }]',
  },
  {
    name: 'a control character',
    file: guide,
    from: 'A price must be',
    to: 'A price\u0007 must be',
  },
  {
    name: 'a control character in a title',
    file: guide,
    from: 'title: "PriceError: not a price"',
    to: 'title: "PriceError: \\b not a price"',
  },
  {
    name: 'a long template that fits nothing',
    file: guide,
    from: '{amount} is not a price',
    to: '{amount} is ' + 'not '.repeat(100),
  },
  {
    name: 'a template that is too long',
    file: guide,
    from: '{amount} is not a price',
    to: '{a} is '.repeat(5000),
  },
  {
    name: 'an address with a password',
    file: 'content/site.yaml',
    from: 'https://shop.example',
    to: 'https://me:secret@shop.example',
  },
  {
    name: 'an address without https',
    file: 'content/site.yaml',
    from: 'https://',
    to: 'http://',
  },
  {
    name: 'a wrong field of framework.yaml beside one of a guide',
    file: 'content/shop/framework.yaml',
    from: 'runtime: node',
    to: 'runtime: 7',
  },
  {
    name: 'a proof that is not JSON',
    file: 'content/shop/price-error/missing/recorded/24/proof.json',
    from: '{',
    to: '',
  },
  {
    name: 'an id that is gone',
    file: 'content/ids.txt',
    from: 'shop/price-error/missing',
    to: 'shop/price-error/free',
  },
  {
    name: 'a file without a place',
    file: 'content/shop/price-error/guide2.mdx',
    to: '',
  },
  {
    name: 'a large file',
    file: 'content/shop/price-error/missing/test/data.txt',
    to: 'x'.repeat(600 * 1024),
  },
  {
    name: 'a large text',
    file: cause,
    to: '> '.repeat(40 * 1024),
  },
  {
    name: 'headings in another order',
    file: guide,
    from: /(## By hand[^]*)(## Deploying[^]*)(?=## Questions)/,
    to: '$2$1',
  },
  {
    name: 'an image',
    file: guide,
    from: 'Deploy it as every change.',
    to: '![a](https://shop.example/a.png)',
  },
  {
    name: 'a question without an answer',
    file: guide,
    from: 'Yes: *zero* is a price.',
    to: '',
  },
  {
    name: 'a cause without a signal',
    file: cause,
    from: 'signals:\n  - message: "-{amount} is not a price"',
    to: 'signals: []',
  },
  {
    name: 'an alias in YAML',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: *five',
  },
  {
    name: 'a folder that is no address',
    file: 'content/Big Shop/framework.yaml',
    to: 'name: Big\nlanguage: python\nsummary: Big.\nruntime: python\n',
  },
  {
    name: 'a folder without files',
    file: 'content/shop/price-error/missing/fixed/price.mjs',
    remove: true,
  },
  {
    name: 'a sign without deciding words',
    file: cause,
    from: '**-1**',
    to: '-1',
  },
  {
    name: 'a sign that is a gap only',
    file: cause,
    from: '"PriceError: **-1** is not a price"',
    to: '"…"',
  },
  {
    name: 'a sign with one mark too few',
    file: cause,
    from: '**-1**',
    to: '**-1',
  },
  {
    name: 'two causes with one sign',
    file: cause,
    from: '"PriceError: **-1** is not a price"',
    to: '"PriceError: **the article has no price**"',
  },
  {
    name: 'two causes with one label',
    file: cause,
    from: 'short: Price below zero',
    to: 'short: No price',
  },
  {
    name: 'two causes with one order',
    file: cause,
    from: 'order: 1',
    to: 'order: 2',
  },
  {
    name: 'an alias within what it names',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: &five [*five]',
  },
  {
    name: 'a field that stands twice',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\nminutes: 6',
  },
  {
    name: 'a field whose name is a list',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\n? [a, b]\n: 1',
  },
  {
    name: 'a second YAML document',
    file: 'content/shop/framework.yaml',
    from: 'language:',
    to: '---\nlanguage:',
  },
  {
    name: 'an empty title',
    file: guide,
    from: 'title: "PriceError: not a price"',
    to: 'title: ""',
  },
  {
    name: 'a number that is none',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: .nan',
  },
  {
    name: 'a message that stands twice',
    file: guide,
    from: '  - "the article has no price"',
    to: '  - "the article has no price"\n  - "the article has no price"',
  },
  {
    name: 'an environment that is named twice',
    file: 'content/shop/framework.yaml',
    from: '["24"]',
    to: '["24", "24"]',
  },
  {
    name: 'text that turns its direction',
    file: guide,
    from: 'A price must be',
    to: 'A price\u202e must be',
  },
  {
    name: 'a control character in a template',
    file: cause,
    from: '"-{amount} is not a price"',
    to: '"-{amount} is not a price\\e"',
  },
  {
    name: 'a text without frontmatter',
    file: cause,
    from: /^---[^]*?---\n/,
    to: '',
  },
  {
    name: 'a NUL byte',
    file: guide,
    from: 'A price must be',
    to: 'A price\0 must be',
  },
  {
    name: 'a file in recorded/',
    file: 'content/shop/price-error/missing/recorded/trace.txt',
    to: '',
  },
  {
    name: 'a file in environments/',
    file: 'content/shop/environments/notes.txt',
    to: '',
  },
  {
    name: 'a name that turns a terminal red',
    file: 'content/shop/price-error/missing/test/\u001b[31m.mjs',
    to: '',
  },
  {
    name: 'a framework with a reserved name',
    file: 'content/pages/framework.yaml',
    to: 'name: Pages\n',
  },
  {
    name: 'a guide with a reserved name',
    file: 'content/shop/app/guide.mdx',
    to: '',
  },
  {
    name: 'a cause with a reserved name',
    file: 'content/shop/price-error/app/cause.mdx',
    to: '',
  },
  {
    name: 'a folder where another layer has a file',
    file: 'content/shop/price-error/missing/app/price.mjs/part.mjs',
    to: '',
  },
  {
    name: 'a ledger with a line that is no id',
    file: 'content/ids.txt',
    from: 'shop/price-error/missing',
    to: 'missing price',
  },
  {
    name: 'a ledger that names an id twice',
    file: 'content/ids.txt',
    from: 'shop/price-error/missing\n',
    to: 'shop/price-error/missing\nshop/price-error/missing\n',
  },
  {
    name: 'a shared fix of a cause that is not there',
    file: cause,
    from: 'order: 1',
    to: 'order: 1\nsharedFix: { misssing: Both end at zero. }',
  },
  {
    name: 'a note without text',
    file: guide,
    from: 'The amount stands in the message.\n',
    to: '',
  },
  {
    name: 'a link that leads nowhere',
    file: guide,
    from: '(#missing)',
    to: '(#)',
  },
  {
    name: 'a link of the footer to a page that is not there',
    file: 'content/site.yaml',
    from: 'name:',
    to: 'footer: { links: [{ label: About, href: /about/ }] }\nname:',
  },
  {
    name: 'text that is nested too deeply',
    file: guide,
    from: 'A price must be',
    to: `${'> '.repeat(60)}A price must be`,
  },
  {
    name: 'an address with a query',
    file: 'content/site.yaml',
    from: '/errors/',
    to: '/errors/?page=1',
  },
  {
    name: 'a proof of a day to come',
    file: 'content/shop/price-error/missing/recorded/24/proof.json',
    from: /"date": "[^"]*"/,
    to: '"date": "2999-01-01"',
  },
  {
    name: 'a proof whose exits cannot be',
    file: 'content/shop/price-error/missing/recorded/24/proof.json',
    from: /"exit": 1/,
    to: '"exit": 0',
  },
  {
    name: 'a workflow that names the test in a comment only',
    file: 'content/shop/price-error/ci.yml',
    from: 'run: node',
    to: 'run: npm ci # node',
  },
  {
    name: 'a workflow that is not YAML',
    file: 'content/shop/price-error/ci.yml',
    from: 'steps:',
    to: 'steps: [',
  },
  {
    name: 'a control character in a workflow',
    file: 'content/shop/price-error/ci.yml',
    from: 'steps:',
    to: 'steps: # \u001b[31m',
  },
  {
    name: 'a missing file',
    file: 'content/site.yaml',
    remove: true,
  },
  {
    name: 'a page that is a program',
    file: 'content/pages/about.mdx',
    to: `${ownPage}import x from 'y';\n\n<Aside kind="tip">{1 + 1}</Aside>\n\n<Code file="a" />\n`,
  },
  {
    name: 'a page of a name that cannot be an address',
    file: 'content/pages/About us.mdx',
    to: `${ownPage}Text.\n`,
  },
  {
    name: 'a page that would hide another',
    file: 'content/pages/guides.mdx',
    to: `${ownPage}Text.\n`,
  },
  {
    name: 'a page without a title',
    file: 'content/pages/about.mdx',
    to: '---\ntitel: About\n---\n\nText.\n',
  },
  {
    name: 'a page whose headings and links are wrong',
    file: 'content/pages/about.mdx',
    to: `${ownPage}[There](/nowhere/), [here](#here), [below](#below).\n\n## Below\n\nText.\n\n## Below\n\nText.\n`,
  },
  {
    name: 'a page that is no file of MDX',
    file: 'content/pages/about.md',
    to: 'Text.\n',
  },
  {
    name: 'a component with the name of one that every site has',
    file: 'content/components/Note.astro',
    to: '<slot />\n',
  },
  {
    name: 'a component whose name is no tag',
    file: 'content/components/traffic-light.astro',
    to: '<slot />\n',
  },
];

let root: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tracebook-problems-'));
});
after(() => rm(root, { recursive: true }));

async function problemsOf(spoil: (root: string) => Promise<void>): Promise<string[]> {
  await rm(join(root, 'content'), { recursive: true, force: true });
  await cp(contentDir, join(root, 'content'), { recursive: true });
  await spoil(root);
  return (await loadContent(sitePlaces({}, root), 0)).problems.map(formatProblem).sort();
}

test('good content has no problem', async () => {
  assert.deepEqual(await problemsOf(async () => {}), []);
});

for (const { name, file, from, to, remove } of cases) {
  test(`says where and what to do about ${name}`, async (t) => {
    const found = await problemsOf(async (root) => {
      const path = join(root, file);
      if (remove) return rm(path);
      if (from === undefined) {
        await mkdir(dirname(path), { recursive: true });
        return writeFile(path, to!);
      }
      const text = await readFile(path, 'utf8');
      const spoiled = text.replace(from, to!);
      assert.notEqual(spoiled, text, 'the case must change the file');
      await writeFile(path, spoiled);
    });
    assert.notEqual(found.length, 0);
    t.assert.snapshot(found);
  });
}

for (const name of [
  'guide.mdx',
  'ci.yml',
  'missing/cause.mdx',
  'missing/recorded/24/trace.txt',
  'missing/recorded/24/proof.json',
]) {
  test(`says where and what to do about a folder named ${name}`, async (t) => {
    const found = await problemsOf(async (root) => {
      const path = join(root, 'content/shop/price-error', name);
      await rm(path);
      await mkdir(path);
    });
    t.assert.snapshot(found);
  });
}

test('says where and what to do about a symbolic link', async (t) => {
  const found = await problemsOf(async (root) => {
    const path = join(root, 'content/shop/price-error/missing/recorded/24/trace.txt');
    await rename(path, join(root, 'trace.txt'));
    await symlink(join(root, 'trace.txt'), path);
  });
  t.assert.snapshot(found);
});

test('a renamed file is reported, and the other guides and causes stay', async () => {
  const files = globSync('shop/price-error/missing/**/*', { cwd: contentDir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(contentDir.length + 1));
  assert.ok(files.length >= 6);
  for (const file of files) {
    const found = await problemsOf(async (root) => {
      const path = join(root, 'content', file);
      await rename(path, join(dirname(path), `renamed-${basename(path)}`));
    });
    const stray = found.filter((line) => !/price-error\/missing|ids\.txt.*price-error\/missing/.test(line));
    assert.notEqual(found.length, 0, file);
    assert.deepEqual(stray, [], file);
    const { content } = readContent(join(root, 'content'));
    assert.ok(
      content.guides.some(({ causes }) => causes.some(({ id }) => id === 'negative')),
      `the other cause stays when ${file} is renamed`,
    );
  }
});

test('a ledger of ten thousand guides is read', async () => {
  const dir = join(root, 'ledger');
  await cp(contentDir, dir, { recursive: true });
  const lines = Array.from({ length: 60_000 }, (_, i) => `shop/price-error-${i}/missing`);
  await writeFile(join(dir, 'ids.txt'), lines.join('\n'));
  const { content, problems } = readContent(dir);
  assert.deepEqual(problems, []);
  assert.deepEqual(content.idLines, lines);
});

test('many guides are read with few open files', async () => {
  const dir = join(root, 'many');
  await cp(contentDir, dir, { recursive: true });
  for (let i = 0; i < 200; i++)
    await cp(join(contentDir, 'shop/price-error'), join(dir, `shop/price-error-${i}`), { recursive: true });
  const script = `import { readContent } from './src/guide/content.ts';
    console.log(readContent(${JSON.stringify(dir)}).content.guides.length);`;
  const shell = `ulimit -n 128; exec "$0" --input-type=module -e "$1"`;
  const output = execFileSync('/bin/sh', ['-c', shell, process.execPath, script], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  assert.equal(Number(output), 201);
});

test('all problems are told at once', async () => {
  const found = await problemsOf(async (root) => {
    for (const [file, text] of [
      [guide, '---\ntitle: 3\n---\n{'],
      [cause, 'no frontmatter'],
    ] as const) {
      await writeFile(join(root, file), text);
    }
  });
  assert.ok(found.length > 8, found.join('\n'));
  assert.ok(found.some((line) => line.startsWith(guide)) && found.some((line) => line.startsWith(cause)));
});
