import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { rolldown } from 'rolldown';
import { projectRoot } from '../../src/site/project.ts';
import { temporaryProject } from '../guide/project.ts';
import { examplesOf } from './examples.ts';
import { serveFolder } from './site-server.ts';

const run = promisify(execFile);
const SITE = 'https://guides.example.org/';
const examples = ['README.md', '.github/docs/library.md', '.github/docs/formats.md'].flatMap(examplesOf);
/** Parser and matcher, compressed. */
const MOST_KILOBYTES = 85;

let root: string;
/** A program's folder, in which the packed package is installed. */
let folder: string;
let tarball: string;
let site: Awaited<ReturnType<typeof serveFolder>>;

before(async () => {
  root = await temporaryProject();
  folder = await mkdtemp(join(tmpdir(), 'tracebook-library-'));
  for (const name of ['README.md', 'LICENSE']) await cp(join(projectRoot, name), join(root, name));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: root });
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  tarball = join(folder, `tracebook-${version}.tgz`);
  const installed = join(folder, 'node_modules', 'tracebook');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  await symlink(join(projectRoot, 'node_modules', 'zod'), join(folder, 'node_modules', 'zod'));
  await cp(join(import.meta.dirname, 'shop.log'), join(folder, 'shop.log'));
  site = await serveFolder(join(import.meta.dirname, 'version-1'));
});
after(async () => {
  site?.close();
  for (const made of [root, folder]) await rm(made, { recursive: true, force: true });
});

test('there is an example of every module', () => {
  for (const name of ['trace', 'match', 'schema'])
    assert.ok(
      examples.some(({ code }) => code.includes(`from 'tracebook/${name}'`)),
      name,
    );
});

for (const [number, { name, code, prints }] of examples.entries()) {
  test(`the example at ${name} prints what its comments say`, async () => {
    const file = join(folder, `example-${number}.mjs`);
    await writeFile(file, code);
    // The address of the examples is nobody's.
    const redirect = `const { fetch } = globalThis; globalThis.fetch = (url, options) => fetch(String(url).replace('${SITE}', '${site.url}'), options);`;
    const preload = `data:text/javascript,${encodeURIComponent(redirect)}`;
    const { stdout } = await run(process.execPath, ['--import', preload, file], { cwd: folder });
    assert.notEqual(prints, '');
    assert.equal(stdout, prints);
  });
}

test('the types of the package fit the examples, and refuse what it does not have', async () => {
  const wrong = `import { match } from 'tracebook/match';\nmatch(1, undefined as never);\nmatch('', undefined as never)[0]!.hits[0]!.name;\n`;
  await writeFile(join(folder, 'wrong.mts'), wrong);
  for (const [number, { code }] of examples.entries())
    await writeFile(join(folder, `typed-${number}.mts`), code);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: 'es2023',
    lib: ['es2023', 'dom'],
    module: 'nodenext',
    typeRoots: [join(projectRoot, 'node_modules', '@types')],
    types: ['node'],
  };
  const files = ['wrong.mts', ...examples.map((_, number) => `typed-${number}.mts`)];
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const text = await run(process.execPath, [tsc, '-p', folder]).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
  assert.deepEqual(text.match(/[\w.-]+\(\d+(?=,\d+\): error)/g), ['wrong.mts(2', 'wrong.mts(3'], text);
});

test(`parser and matcher together are ${MOST_KILOBYTES} kB at most, compressed`, async () => {
  const code = await bundle(`export * from 'tracebook/trace';\nexport * from 'tracebook/match';\n`);
  const kilobytes = gzipSync(code, { level: 9 }).length / 1000;
  assert.ok(kilobytes <= MOST_KILOBYTES, `${kilobytes} kB`);
  assert.ok(kilobytes > 20, 'the bundle has the code');
});

test('parser and matcher run where there is nothing but what a browser has', async () => {
  const [example] = examples.filter(({ code }) => code.includes('match(') && !code.includes('node:'));
  const code = await bundle(example!.code);
  assert.doesNotMatch(code, /\bimport\b[^;]*["']|\brequire\(/);
  const printed: string[] = [];
  const context = createContext({
    console: { log: (...words: unknown[]) => printed.push(`${words.join(' ')}\n`) },
    fetch: (url: URL) => fetch(String(url).replace(SITE, site.url)),
    URL,
  });
  await runInContext(`(async () => { ${code} })()`, context);
  assert.equal(printed.join(''), example!.prints);
});

test('publint and arethetypeswrong have nothing to say of the packed package', async () => {
  const bytes = await readFile(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer } });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
  const attw = join(projectRoot, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  // Modules in the old form, and resolution as before Node 12, are not offered. A problem ends it with an exit code.
  await run(process.execPath, [attw, tarball, '--profile', 'esm-only', '--format', 'ascii']);
});

/** The code of a module with all that it imports, for browsers. */
async function bundle(code: string): Promise<string> {
  const input = join(folder, `entry-${code.length}.mjs`);
  await writeFile(input, code);
  const made = await rolldown({ input, platform: 'browser', cwd: folder });
  const { output } = await made.generate({ format: 'es', minify: true });
  await made.close();
  return output.map((item) => ('code' in item ? item.code : '')).join('');
}
