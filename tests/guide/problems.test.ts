import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadContent } from '../../src/guide/load-content.ts';
import { formatProblem } from '../../src/guide/problems.ts';
import { projectRoot } from '../../src/site/project.ts';

/** Each takes good content, spoils one file, and expects these lines and no others. */
type Case = {
  name: string;
  file: string;
  from?: string | RegExp;
  to?: string;
  remove?: true;
  says: string[];
};

const guide = 'content/shop/price-error/guide.mdx';
const cause = 'content/shop/price-error/negative/cause.mdx';

const cases: Case[] = [
  {
    name: 'an unknown key',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\nmesages: []',
    says: [`${guide}:11 mesages: is not a field that is known here. Did you mean "messages"?`],
  },
  {
    name: 'a missing field',
    file: guide,
    from: 'minutes: 5\n',
    to: '',
    says: [`${guide}:2 minutes: is missing. Add it.`],
  },
  {
    name: 'a value of the wrong type',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: soon',
    says: [`${guide}:10 minutes: must be of type number, found "soon". Change it.`],
  },
  {
    name: 'a signal with two places',
    file: cause,
    from: '  - message: "-{amount} is not a price"',
    to: '  - message: "-{amount} is not a price"\n    near: discount',
    says: [
      `${cause}:5 signals[0]: must have exactly one of "message", "frame", "near", found {"message":"-{amount} is not a price","near":"discount"}. Change it.`,
    ],
  },
  {
    name: 'a missing cause folder',
    file: guide,
    from: 'shows: negative',
    to: 'shows: negativ',
    says: [
      `${guide}:9 shows: names the cause "negativ", and there is no such folder. Did you mean "negative"?`,
    ],
  },
  {
    name: 'a message template that fits no recorded trace',
    file: guide,
    from: '{amount} is not a price',
    to: '{amount} is no price',
    says: [
      `${guide}:6 messages[0]: must fit a recorded trace, such as negative/trace.txt (its last line is "Node.js v24.21.0"), found "{amount} is no price". Copy it from trace.txt and put {holes} where values vary.`,
    ],
  },
  {
    name: 'an unknown component',
    file: guide,
    from: '<Note at="PriceError: -1 is not a price">\nThe amount stands in the message.\n</Note>',
    to: '<Not at="x">\nThe amount.\n</Not>',
    says: [
      `${guide}:18: <Not> is not a component that is known here. Did you mean "Note"? For text, write \\<Not> or put it in \`code\`.`,
    ],
  },
  {
    name: 'an import',
    file: guide,
    from: 'A price must be',
    to: "import Chart from './chart.js'\n\nA price must be",
    says: [
      `${guide}:14: expected Markdown, found "import Chart from './chart.js'". Components need no import; remove the line.`,
    ],
  },
  {
    name: 'an expression',
    file: guide,
    from: '*zero* is',
    to: '{1 + 1} is',
    says: [
      `${guide}:40: expected Markdown, found the expression {1 + 1}. Write \\{ for a brace, or put it in \`code\`.`,
    ],
  },
  {
    name: 'a broken brace',
    file: guide,
    from: '*zero* is',
    to: '{zero is',
    says: [
      `${guide}:40: Unexpected end of file in expression, expected a corresponding closing brace for \`{\`. Close what is open; for text, write \\< or \\{, or put it in \`code\`.`,
    ],
  },
  {
    name: 'an unclosed tag',
    file: guide,
    from: '</Note>\n',
    to: '',
    says: [
      `${guide}:18: Expected a closing tag for \`<Note>\`. Close what is open; for text, write \\< or \\{, or put it in \`code\`.`,
    ],
  },
  {
    name: 'a file shown that is not there',
    file: cause,
    from: 'broken/price.mjs" lines="1-3"',
    to: 'broken/prices.mjs"',
    says: [`${cause}:13: file="broken/prices.mjs" is not there. Did you mean "broken/price.mjs"?`],
  },
  {
    name: 'lines shown that are not there',
    file: cause,
    from: 'lines="1-3"',
    to: 'lines="3-99"',
    says: [
      `${cause}:13: lines="3-99" must be like "3-9" within the 15 lines of broken/price.mjs. Change it.`,
    ],
  },
  {
    name: 'a note on a line that the trace does not have',
    file: guide,
    from: '<Note at="PriceError: -1',
    to: '<Note at="PriceError: -2',
    says: [
      `${guide}:18 <Note at="PriceError: -2 is not a price">: must stand on exactly one line of negative/trace.txt, found on none. Copy part of one line.`,
    ],
  },
  {
    name: 'broken YAML',
    file: guide,
    from: 'exceptions: [PriceError]',
    to: 'exceptions: [PriceError',
    says: [
      `${guide}:5: expected YAML, found something else: Flow sequence in block collection must be sufficiently indented and end with a ] Quote text that holds ": ", " #" or starts with one of {[&*!|>%@\`.`,
    ],
  },
  {
    name: 'an id that stands twice on a page',
    file: guide,
    from: '### Can a price be zero?',
    to: '### Missing?',
    says: [
      `${guide} ## Questions: "missing" is the id of the cause missing/ and of the question "Missing?". Ids are unique on a page: rename one.`,
    ],
  },
  {
    name: 'a link to a page that is not there',
    file: guide,
    from: '(/guides/shop/)',
    to: '(/guides/shops/)',
    says: [
      `${guide}:14 link "/guides/shops/": leads to no page of this site. Did you mean "/guides/shop/"? Write it from the root, as in "/guides/celery/".`,
    ],
  },
  {
    name: 'a link to an anchor that is not there',
    file: guide,
    from: '(#missing)',
    to: '(#misssing)',
    says: [
      `${guide}:14 link "#misssing": leads to "#misssing", which is not on that page. Did you mean "missing"?`,
    ],
  },
  {
    name: 'a related guide that is not there',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: 5\nrelated: [shop/price]',
    says: [`${guide}:11 related[0]: must name another guide, found "shop/price".`],
  },
  {
    name: 'a former id that a guide has',
    file: guide,
    from: 'shop/not-a-price',
    to: 'shop/price-error',
    says: [
      `${guide}:11 formerly[0]: must be an id that no guide has or had, found "shop/price-error". Remove it here or there.`,
    ],
  },
  {
    name: 'an unknown heading',
    file: guide,
    from: '## Deploying',
    to: '## Deployment',
    says: [
      `${guide}: needs text under "## Deploying". Write it.`,
      `${guide}:32: "## Deployment" is not a heading that is known here. Did you mean "Deploying"?`,
    ],
  },
  {
    name: 'code that has changed since it was proved',
    file: 'content/shop/price-error/missing/broken/price.mjs',
    from: '3 }, {}',
    to: '4 }, {}',
    says: [
      "content/shop/price-error/missing/proof.json: is of other code: a file of the cause or the framework's lock has changed since 2026-11-23. Run: npm run prove -- shop/price-error/missing --update",
    ],
  },
  {
    name: 'a cause that was never proved',
    file: 'content/shop/price-error/missing/proof.json',
    remove: true,
    says: [
      'content/shop/price-error/missing/proof.json: must be there, written by a proof, and is not. Run: npm run prove -- shop/price-error/missing --update',
    ],
  },
  {
    name: 'a trace that leads to another cause',
    file: 'content/shop/price-error/missing/cause.mdx',
    from: 'the article has no price"',
    to: 'an article lacks its price"',
    says: [
      'content/shop/price-error/missing/trace.txt: must lead to shop/price-error/missing first, found shop/price-error. Make exceptions and messages of guide.mdx, or signals of cause.mdx, fit this trace and no other.',
    ],
  },
  {
    name: 'a workflow that does not run the test',
    file: 'content/shop/price-error/ci.yml',
    from: 'node --test test/price.test.mjs',
    to: 'npm test',
    says: [
      'content/shop/price-error/ci.yml: must run the command that proves missing, "node --test test/price.test.mjs". Add it as a step.',
      'content/shop/price-error/ci.yml: must run the command that proves negative, "node --test test/price.test.mjs". Add it as a step.',
    ],
  },
  {
    name: 'other file names before and after',
    file: 'content/shop/price-error/missing/fixed/other.mjs',
    to: '',
    says: [
      'content/shop/price-error/missing/fixed: must hold the same file names as broken/ (price.mjs), found other.mjs, price.mjs. Rename or add files.',
    ],
  },
  {
    name: 'a file that only broken has',
    file: 'content/shop/price-error/missing/broken/other.mjs',
    to: '',
    says: [
      'content/shop/price-error/missing/fixed: must hold the same file names as broken/ (other.mjs, price.mjs), found price.mjs. Rename or add files.',
    ],
  },
  {
    name: 'headings in another order',
    file: guide,
    from: /(## By hand[^]*)(## Deploying[^]*)(?=## Questions)/,
    to: '$2$1',
    says: [`${guide}:28: "## Deploying" must stand after "## By hand". Move it.`],
  },
  {
    name: 'an attribute that a component does not have',
    file: guide,
    from: 'Deploy it as every change.',
    to: '<Aside kind="tip" set:html="<b>">\nx\n</Aside>',
    says: [`${guide}:34: <Aside> has no attribute "set:html". Known: kind. Remove it.`],
  },
  {
    name: 'a kind of aside that there is not',
    file: guide,
    from: 'Deploy it as every change.',
    to: '<Aside kind="warning">\nx\n</Aside>',
    says: [`${guide}:34: <Aside> must have kind="tip" or kind="caution", found "warning". Change it.`],
  },
  {
    name: 'a note outside of its section',
    file: guide,
    from: 'Deploy it as every change.',
    to: '<Note at="x">\nx\n</Note>',
    says: [
      `${guide}:34 <Note at="x">: stands under "## Reading the trace" only. Move it there, or write it as text.`,
    ],
  },
  {
    name: 'an image',
    file: guide,
    from: 'Deploy it as every change.',
    to: '![a](https://shop.example/a.png)',
    says: [`${guide}:34: expected text, found an image. A guide has none: say in words what it shows.`],
  },
  {
    name: 'a heading that only the parts have',
    file: guide,
    from: 'Deploy it as every change.',
    to: 'Deploy\n---\n\nit',
    says: [
      `${guide}:34: expected "###" or a deeper heading, found one that only the parts of a guide have. Write ### before it.`,
    ],
  },
  {
    name: 'a question without an answer',
    file: guide,
    from: 'Yes: *zero* is a price.',
    to: '',
    says: [
      `${guide}:38 ### Can a price be zero?: must be a question that ends with "?", with its answer below. Write both.`,
    ],
  },
  {
    name: 'a cause without a signal',
    file: cause,
    from: 'signals:\n  - message: "-{amount} is not a price"',
    to: 'signals: []',
    says: [
      `${cause}:4 signals: needs at least one signal, which fits the recorded trace, found []. Change it.`,
    ],
  },
  {
    name: 'an alias in YAML',
    file: guide,
    from: 'minutes: 5',
    to: 'minutes: *five',
    says: [
      `${guide}:2: expected YAML, found something else: Unresolved alias (the anchor must be set before the alias): five. Quote text that begins with *.`,
    ],
  },
  {
    name: 'a folder that is no address',
    file: 'content/Big Shop/framework.yaml',
    to: 'name: Big\nlanguage: python\nsummary: Big.\nruntime: python\n',
    says: [
      'content/Big Shop: must be named by lower-case words joined by hyphens, found "Big Shop". Rename the folder.',
    ],
  },
  {
    name: 'a folder without files',
    file: 'content/shop/price-error/missing/fixed/price.mjs',
    remove: true,
    says: [
      'content/shop/price-error/missing/fixed: must be a folder with at least one file, found 0. Add it.',
    ],
  },
  {
    name: 'a missing file',
    file: 'content/site.yaml',
    remove: true,
    says: ['content/site.yaml: must be there, and is not. Add the file.'],
  },
  {
    name: 'a link of the navigation to nowhere',
    file: 'content/site.yaml',
    from: 'href: /guides/',
    to: 'href: /guide/',
    says: [
      'content/site.yaml link "/guide/": leads to no page of this site. Did you mean "/guides/"? Write it from the root, as in "/guides/celery/".',
    ],
  },
];

let root: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tracebook-problems-'));
  await symlink(join(projectRoot, 'src'), join(root, 'src'));
  await cp(join(projectRoot, 'package.json'), join(root, 'package.json'));
});
after(() => rm(root, { recursive: true }));

async function problemsOf(spoil: (root: string) => Promise<void>): Promise<string[]> {
  await rm(join(root, 'content'), { recursive: true, force: true });
  await cp(join(import.meta.dirname, 'content'), join(root, 'content'), { recursive: true });
  await spoil(root);
  return (await loadContent(root)).problems.map(formatProblem).sort();
}

test('good content has no problem', async () => {
  assert.deepEqual(await problemsOf(async () => {}), []);
});

for (const { name, file, from, to, remove, says } of cases) {
  test(`says where and what to do about ${name}`, async () => {
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
    assert.deepEqual(found, [...says].sort());
  });
}

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
