import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { prove, type ProveFlags } from '../../src/commands/prove.ts';

/** Files of a made-up content folder by path; `undefined` leaves one out. */
export type Files = Record<string, string | undefined>;

/** A guide with two causes that proves well; tests break one thing each. */
const wellMade: Files = {
  'site.yaml': 'name: Test\ndescription: A test.\nurl: https://example.org\n',
  'shop/framework.yaml': frameworkWith('runtime: node'),
  'shop/environments/24/lock.txt': 'shop 1\n',
  'shop/no-price/guide.mdx': `---
title: "TypeError: Cannot read properties"
summary: Something is undefined.
exceptions: [TypeError]
messages: ["Cannot read properties of {what} (reading '{name}')"]
published: 2026-01-15
shows: no-product
minutes: 5
---

Lead.

## Reading the trace

Text.

## Continuous integration

Text.

## By hand

1. Text.

## Deploying

Text.

## Questions

### Why?

Because.
`,
  'shop/no-price/ci.yml': 'jobs: {}\n',
  ...causeFiles(
    'no-product',
    1,
    "Cannot read properties of undefined (reading 'price')",
    'products[7].price',
  ),
  ...causeFiles('no-voucher', 2, "Cannot read properties of null (reading 'percent')", 'voucher.percent'),
};

/** framework.yaml with some lines of its own. */
export function frameworkWith(lines: string): string {
  const commands = 'run: node main.mjs\ntest: node test/main.test.mjs\n';
  return `name: Shop\nlanguage: javascript\nsummary: A shop.\nenvironments: ["24"]\n${commands}${lines}\n`;
}

/** cause.mdx with some more fields. */
export function causeText(id: string, order: number, message: string, more = ''): string {
  return `---
title: ${id}
short: ${id}
sign: "${message}"
fix: Ask first.
order: ${order}
signals:
  - message: "${message}"
${more}---

Why.

## Fix

How.
`;
}

function causeFiles(id: string, order: number, message: string, wrong: string): Files {
  const dir = `shop/no-price/${id}`;
  const right = wrong.replace('.', '?.');
  const program = (expression: string) => `const products = [];
const voucher = null;
export const answer = (() => ${expression})();
console.log('answer:', answer);
`;
  return {
    [`${dir}/cause.mdx`]: causeText(id, order, message),
    [`${dir}/broken/main.mjs`]: program(wrong),
    [`${dir}/fixed/main.mjs`]: program(right),
    [`${dir}/test/main.test.mjs`]: `import { readFileSync } from 'node:fs';
if (!readFileSync('main.mjs', 'utf8').includes(${JSON.stringify(right)})) process.exit(1);
await import('../main.mjs');
`,
  };
}

export const guide = 'shop/no-price';

export type Shop = {
  /** Holds the folder `content`. */
  root: string;
  /** Proves, and returns the exit code and all that was printed. */
  prove: (selection?: string, options?: ProveFlags) => Promise<{ code: number; text: string }>;
  write: (files: Files) => Promise<void>;
  read: (path: string) => Promise<string>;
};

/** Writes the made-up content, with some files changed, into a folder that goes with the test. */
export async function makeShop(context: TestContext, changed: Files = {}): Promise<Shop> {
  const root = await mkdtemp(join(tmpdir(), 'tracebook-test-'));
  context.after(() => rm(root, { recursive: true }));
  const content = join(root, 'content');
  const write = async (files: Files) => {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) await rm(join(content, path), { force: true });
      else {
        await mkdir(dirname(join(content, path)), { recursive: true });
        await writeFile(join(content, path), text);
      }
    }
  };
  await write({ ...wellMade, ...changed });
  return {
    root,
    write,
    read: (path) => readFile(join(content, path), 'utf8'),
    prove: async (selection, options = {}) => {
      const lines: string[] = [];
      const folders = { content, cache: join(root, 'cache') };
      const code = await prove(selection, options, folders, (line) => lines.push(line));
      return { code, text: lines.join('\n') };
    },
  };
}
