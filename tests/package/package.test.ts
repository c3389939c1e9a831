import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readContent } from '../../src/guide/content.ts';
import { projectRoot } from '../../src/site/project.ts';
import { install, layContent, makePlace, pack, runTracebook, unpack, type Ran } from './install.ts';
import { isFull, ONLY_FULL } from '../full.ts';

let place: Awaited<ReturnType<typeof makePlace>>;
let tarball: string;

before(async () => {
  place = await makePlace();
  tarball = await pack(join(place.root, 'first'));
  if (isFull) await install(tarball, place.site, place.home);
  else await unpack(tarball, place.site);
});
after(() => rm(place.root, { recursive: true, force: true }));

const run = (...args: string[]): Promise<Ran> => runTracebook(place.site, place.home, ...args);
const installed = (path: string) => join(place.site, 'node_modules', 'tracebook', path);

/** The files of the package with what is in them. */
function packageState(): Record<string, string> {
  const files = globSync('**/*', { cwd: installed(''), withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

test('two packs are equal, byte by byte', { skip: !isFull && ONLY_FULL }, async () => {
  const second = await readFile(await pack(join(place.root, 'second')));
  const first = await readFile(tarball);
  assert.ok(first.equals(second));
});

test('the package holds what it runs and builds, and nothing of the repository beside', () => {
  const { version } = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as { version: string };
  for (const path of [
    'lib/cli.js',
    'lib/guide/guide-worker.js',
    'lib/site/renderer/make-renderer-process.js',
    'lib/site/renderer/render-worker.js',
    'lib/commands/read-logs-worker.js',
    'lib/prove/services/starter.js',
  ])
    assert.ok(existsSync(installed(path)), path);
  assert.ok(existsSync(installed('src/template/.github/workflows/guides.yml')));
  assert.ok(existsSync(installed('lib/library/trace.d.ts')));
  for (const path of ['tests', 'content/site.yaml', 'src/package', 'src/trace/tsconfig.json'])
    assert.ok(!existsSync(installed(path)), path);
  const [, latest] = /^## (\d+\.\d+\.\d+)/m.exec(readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8'))!;
  assert.equal(latest, version);
});

test('in an empty folder init, check, prove, build and start succeed one after the other', async () => {
  const files = packageState();
  const without = await run('build');
  assert.equal(without.code, 2);
  assert.match(without.output, /^There is no folder content\/ here\. Make a site with "npx tracebook init"/);

  const made = await run('init');
  assert.equal(made.code, 0, made.output);
  for (const file of ['content/site.yaml', '.github/workflows/guides.yml', 'AGENTS.md'])
    assert.ok(existsSync(join(place.site, file)), file);
  const again = await run('init');
  assert.equal(again.code, 2);
  assert.match(again.output, /^content\/ is there already\. /);

  assert.deepEqual(await run('check'), { code: 0, output: '1 guide, 2 causes: no problem.\n' });
  const proved = await run('prove');
  assert.equal(proved.code, 0, proved.output);
  assert.match(proved.output, /^2 proved, 0 failed, 0 skipped$/m);
  const version = JSON.parse(readFileSync(installed('package.json'), 'utf8')).version as string;
  assert.deepEqual(await run('--version'), { code: 0, output: `${version}\n` });

  const { url, child } = await start();
  try {
    const page = await (await fetch(`${url}guides/node/invalid-url/`)).text();
    assert.match(page, /TypeError: Invalid URL/);
    assert.match(page, new RegExp(`<meta name="generator" content="Tracebook ${version}">`));
  } finally {
    child.kill();
  }
  assert.deepEqual(packageState(), files, 'nothing is written into the package');
});

test('dev shows an edit of the content without a restart', { skip: !isFull && ONLY_FULL }, async () => {
  const { url, child } = await start('dev');
  const page = async () => await (await fetch(`${url}guides/node/invalid-url/`)).text();
  try {
    assert.match(await page(), /TypeError: Invalid URL/);
    const guide = join(place.site, 'content', 'node', 'invalid-url', 'guide.mdx');
    const text = await readFile(guide, 'utf8');
    await writeFile(guide, text.replace(/^title: .*$/m, 'title: "TypeError: no URL"'));
    const deadline = performance.now() + 60_000;
    while (!(await page()).includes('TypeError: no URL')) {
      assert.ok(performance.now() < deadline, 'the page keeps its old title');
      await sleep(100);
    }
  } finally {
    child.kill();
  }
});

test('no module that Node runs is started by the name of its source', () => {
  const inBrowsers = /^src[\\/](?:paste|embed|search|reading|offline)[\\/]/;
  const files = globSync('src/**/*.ts', { cwd: projectRoot }).filter((file) => !inBrowsers.test(file));
  for (const file of files) {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    assert.doesNotMatch(text, /new URL\(\s*['"`][^'"`]*\.(?:ts|astro)['"`]/, `${file}: use codeFile`);
  }
});

test('the guide of init never names Tracebook, and its site has an unquoted name', () => {
  const template = join(projectRoot, 'src', 'template', 'content');
  const files = globSync('**/*', { cwd: template, withFileTypes: true }).filter((file) => file.isFile());
  assert.ok(files.length > 10);
  for (const { parentPath, name } of files)
    assert.doesNotMatch(readFileSync(join(parentPath, name), 'utf8'), /tracebook/i, name);
  assert.match(readFileSync(join(template, 'site.yaml'), 'utf8'), /^name: \w/m);
  assert.deepEqual(readContent(template).problems, []);
});

test('a site of another name, language and base has its own components, theme and pages, and no word of ours', async () => {
  await rm(join(place.site, 'content'), { recursive: true, force: true });
  const folders = ['tests/guide/content', 'tests/locales/content', 'tests/package/content'];
  await layContent(place.site, ...folders.map((folder) => join(projectRoot, folder)));
  const built = await run('build', '--out', 'public/errors');
  assert.equal(built.code, 0, built.output);
  assert.match(built.output, /^Built public\/errors\/: /m);

  const dist = join(place.site, 'public', 'errors');
  const files = globSync('**/*.{html,css,js,json,xml,txt,md,svg,webmanifest}', { cwd: dist });
  assert.ok(files.length > 20);
  for (const file of [...files, '_headers']) {
    const text = readFileSync(join(dist, file), 'utf8');
    // The element that other sites embed, and its properties, have names of ours: they are its interface.
    const own = file === 'embed.js' ? text.replaceAll(/\btracebook-[\w-]+/g, '') : text;
    const words = own.replace(/<meta name="generator"[^>]*>/, '').match(/.{0,40}tracebook.{0,40}/gi);
    assert.equal(words, null, file);
  }
  const page = readFileSync(join(dist, 'ueber-uns', 'index.html'), 'utf8');
  assert.match(page, /<title>Über uns · Fehler der Werkstatt<\/title>/);
  assert.match(page, /<p class="ampel" data-farbe="rot"[^>]*>\s*<p>Der Laufradsatz ist ausverkauft\.<\/p>/);
  assert.match(page, /<h2 id="mitmachen">Mitmachen<\/h2>/);
  assert.match(page, /<a href="\/fehler\/guides\/shop\/price-error\/#missing">/);
  assert.match(page, /<article [^>]*data-pagefind-body/);
  assert.match(readFileSync(join(dist, 'sitemap-0.xml'), 'utf8'), /\/fehler\/ueber-uns\/</);
  assert.match(readFileSync(join(dist, 'identity.css'), 'utf8'), /#7a2d00/);
  assert.match(page, /<link rel="stylesheet" href="\/fehler\/identity\.css">/);
  const styles = globSync('_astro/*.css', { cwd: dist }).map((file) =>
    readFileSync(join(dist, file), 'utf8'),
  );
  assert.match(styles.join(''), /\.ampel\{padding-inline-start:1rem\}/);
});

/** Runs a command that serves the site until it says where. */
async function start(command: 'start' | 'dev' = 'start'): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [installed('src/tracebook.js'), command, '--port', '0'], {
    cwd: place.site,
    env: { PATH: process.env['PATH'], HOME: place.home },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => reject(new Error(output)));
  });
  return { url, child };
}
