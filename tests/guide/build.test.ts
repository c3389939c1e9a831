import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveSite } from '../../src/site/serve.ts';
import { temporaryProject } from './project.ts';

let root: string;

before(async () => {
  root = await temporaryProject();
});
after(() => rm(root, { recursive: true, force: true }));

async function waitFor(file: string): Promise<void> {
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Runs `npm run build` of that project. */
function build(): Promise<{ exit: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'src', 'cli.ts'), 'build'],
      { cwd: root },
      (error, stdout, stderr) => resolve({ exit: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

test('builds under a base path, serves it with its headers, and keeps it when a later build fails', async () => {
  const [built, second] = await Promise.all([
    build(),
    waitFor(join(root, '.tracebook', 'build.lock')).then(build),
  ]);
  assert.equal(second.exit, 1);
  assert.match(second.output, /^Another build of this folder is running/m);
  assert.equal(built.exit, 0, built.output);
  const page = await readFile(join(root, 'dist', 'guides', 'shop', 'price-error', 'index.html'), 'utf8');
  assert.match(page, /<a href="\/errors\/guides\/shop\/">all of the shop<\/a>/);
  assert.match(
    page,
    /<link rel="canonical" href="https:\/\/shop.example\/errors\/guides\/shop\/price-error\/">/,
  );

  const moved = await readFile(join(root, 'dist', 'guides', 'shop', 'not-a-price', 'index.html'), 'utf8');
  assert.match(moved, /content="0; url=\/errors\/guides\/shop\/price-error\/"/);

  const { server, url } = await serveSite(join(root, 'dist'), '/errors/', '127.0.0.1', 0);
  try {
    const response = await fetch(`${url}guides/shop/price-error/`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal((await fetch(`${url}nowhere/`)).status, 404);
    assert.equal(
      (await fetch(new URL('/', url), { redirect: 'manual' })).headers.get('location'),
      '/errors/',
    );
  } finally {
    server.close();
  }

  const before = await readdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, 'content', 'shop', 'price-error', 'guide.mdx'), 'no frontmatter');
  const failed = await build();
  assert.equal(failed.exit, 1);
  assert.match(
    failed.output,
    /^content\/shop\/price-error\/guide\.mdx:1: has no frontmatter\. Begin with a line "---"/m,
  );
  assert.match(failed.output, /^Nothing was built; dist\/ is as it was\.$/m);
  await writeFile(join(root, 'content', 'site.yaml'), 'name: "Shop');
  const siteless = await build();
  assert.equal(siteless.exit, 1);
  assert.match(siteless.output, /^content\/site\.yaml:1: is not YAML/m);
  assert.deepEqual(await readdir(join(root, 'dist'), { recursive: true }), before);
  assert.deepEqual(
    (await readdir(root)).filter((name) => name.startsWith('.dist')),
    [],
    'nothing is left beside dist/',
  );
});
