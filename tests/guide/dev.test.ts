import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { temporaryProject } from './project.ts';

let root: string;
let server: ChildProcess;
let url: string;

before(async () => {
  root = await temporaryProject();
  server = spawn(process.execPath, [join(root, 'src', 'cli.ts'), 'dev', '--port', '0'], { cwd: root });
  url = await new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/errors\//.exec(output)?.[0];
      if (address) resolve(address);
    };
    server.stdout!.on('data', read);
    server.stderr!.on('data', read);
    server.on('close', () => reject(new Error(output)));
  });
});
after(async () => {
  const closed = new Promise((resolve) => server.on('close', resolve));
  server.kill();
  await closed;
  await rm(root, { recursive: true, force: true });
});

/** Asks for the page until it fits; the test's own limit ends it. */
async function shows(pattern: RegExp): Promise<string> {
  for (;;) {
    const page = await (await fetch(`${url}guides/shop/price-error/`)).text();
    if (pattern.test(page)) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test(
  "an author's edit shows without a restart, and a mistake keeps the last good page",
  { timeout: 60_000 },
  async () => {
    const guide = join(root, 'content', 'shop', 'price-error');
    await shows(/A price must be a number/);

    const mdx = await readFile(join(guide, 'guide.mdx'), 'utf8');
    await writeFile(join(guide, 'guide.mdx'), mdx.replace('A price must be', 'Each price has to be'));
    await shows(/Each price has to be a number/);

    await appendFile(join(guide, 'negative', 'fixed', 'price.mjs'), '// a new line of code\n');
    await shows(/a new line of code/);

    const site = await readFile(join(root, 'content', 'site.yaml'), 'utf8');
    await writeFile(
      join(root, 'content', 'site.yaml'),
      site.replace('name: Shop errors', 'name: Errors of a shop'),
    );
    await shows(/Errors of a shop/);

    for (const [from, to] of [
      ['A price must be', '{ must be'],
      ['title: "PriceError: not a price"', 'title: Price: not: a price'],
      ['shows: negative', 'shows: neither'],
    ] as const) {
      await writeFile(join(guide, 'guide.mdx'), mdx.replace(from, to));
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.match(await shows(/<h1/), /Each price has to be a number/, to);
    }
  },
);
