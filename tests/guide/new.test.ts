import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newGuide } from '../../src/commands/new.ts';
import { readContent } from '../../src/guide/content.ts';
import { formatProblem } from '../../src/guide/problems.ts';
import { tracesOf } from '../../src/guide/records.ts';
import { projectRoot } from '../../src/site/project.ts';

let root: string;
let dir: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tracebook-new-'));
  dir = join(root, 'content');
});
after(() => rm(root, { recursive: true }));

async function freshContent(): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await cp(join(import.meta.dirname, 'content'), dir, { recursive: true });
}

const shown = readContent(join(projectRoot, 'content')).content.guides.flatMap(({ causes }) =>
  causes.flatMap((cause) => tracesOf(cause).slice(0, 1)),
);

test('newGuide writes a guide whose only problems are its TODOs when a trace is given', async () => {
  assert.ok(shown.length >= 13);
  for (const { trace } of shown) {
    await freshContent();
    const from = join(root, 'trace.txt');
    await writeFile(from, trace);
    assert.equal(await newGuide('shop/price-lost', { causes: 'a-cause,another', from }, dir), 0);
    const { problems } = readContent(dir);
    assert.ok(problems.length > 10);
    for (const problem of problems)
      assert.match(problem.message, /is not written yet/, formatProblem(problem));
  }
});

test('newGuide writes a framework too when it is new', async () => {
  await freshContent();
  assert.equal(await newGuide('depot/stock-error', { causes: 'sold-out' }, dir), 0);
  const { content, problems } = readContent(dir);
  for (const problem of problems) assert.match(problem.message, /is not written yet/, formatProblem(problem));
  for (const path of ['broken/main.py', 'fixed/main.py', 'test/test_main.py'])
    assert.ok(
      problems.some(({ file, line }) => file.endsWith(`sold-out/${path}`) && line === 1),
      `${path} is among what is left to write`,
    );
  const guide = content.guides.find(({ id }) => id === 'depot/stock-error');
  assert.deepEqual(
    guide?.causes.map(({ id }) => id),
    ['sold-out'],
  );
});

const refused: Record<string, [id: string, options: { causes: string; from?: string }]> = {
  'the name is no address': ['Depot/stock', { causes: 'a' }],
  'the guide is named by three parts': ['a/b/c', { causes: 'a' }],
  'a cause is no address': ['depot/stock', { causes: 'a,,b' }],
  'a cause is named twice': ['depot/stock', { causes: 'a,a' }],
  'the framework has a name that means another folder': ['pages/stock', { causes: 'a' }],
  'the guide has a name that means another folder': ['depot/environments', { causes: 'a' }],
  'a cause has a name that means another folder': ['depot/stock', { causes: 'a,app' }],
  'a cause has the anchor of a part of the page': ['depot/stock', { causes: 'a,questions' }],
  'a cause has the anchor of the fix of another': ['depot/stock', { causes: 'a,a-fix' }],
  'the framework is new and its language has no start': [
    'depot/stock',
    {
      causes: 'a',
      from: join(projectRoot, 'content/go/nil-pointer-dereference/unset-field/recorded/1.26/trace.txt'),
    },
  ],
  'the guide is there': ['shop/price-error', { causes: 'a' }],
  'the trace is missing': ['depot/stock', { causes: 'a', from: '/nowhere' }],
  'the trace holds no error': ['depot/stock', { causes: 'a', from: join(projectRoot, 'LICENSE') }],
};

for (const [what, [id, options]] of Object.entries(refused)) {
  test(`newGuide refuses and writes nothing when ${what}`, async (t) => {
    await freshContent();
    const list = () => readdir(dir, { recursive: true });
    const files = await list();
    const said = t.mock.method(console, 'error', () => {});
    assert.equal(await newGuide(id, options, dir), 2);
    assert.equal(said.mock.callCount(), 1);
    assert.deepEqual(await list(), files);
  });
}

test('newGuide refuses when the folder of a framework has no framework.yaml', async (t) => {
  await freshContent();
  await mkdir(join(dir, 'depot'));
  await writeFile(join(dir, 'depot/notes.txt'), 'mine');
  const said = t.mock.method(console, 'error', () => {});
  assert.equal(await newGuide('depot/stock', { causes: 'a' }, dir), 2);
  assert.match(String(said.mock.calls[0]?.arguments[0]), /has no framework\.yaml\. Add it/);
  assert.deepEqual(await readdir(join(dir, 'depot')), ['notes.txt']);
});

test('newGuide says what the disk says, and writes nothing, when a name is too long', async (t) => {
  await freshContent();
  const files = await readdir(dir, { recursive: true });
  const said = t.mock.method(console, 'error', () => {});
  assert.equal(await newGuide(`shop/${'long'.repeat(70)}`, { causes: 'a' }, dir), 1);
  assert.match(String(said.mock.calls[0]?.arguments[0]), /the name is too long\. Choose a shorter one\./);
  assert.deepEqual(await readdir(dir, { recursive: true }), files);
});

test('newGuide keeps values of a paste out of templates when it fills them in', async () => {
  await freshContent();
  const from = join(root, 'trace.txt');
  await writeFile(
    from,
    'TypeError: cannot read "secret-token" at 10.0.0.7:5432\n    at main (/srv/a.js:1:2)\n',
  );
  await newGuide('shop/price-lost', { causes: 'a', from }, dir);
  const text = await readFile(join(dir, 'shop/price-lost/guide.mdx'), 'utf8');
  assert.match(text, /^messages: \["cannot read \\"\{value\}\\" at \{value2\}"\]$/m);
});

test('newGuide removes what a killed one left, and not what a running one writes', async () => {
  await freshContent();
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  for (const pid of [ended, process.ppid])
    await mkdir(join(dir, `.new-${pid}`, 'price-lost'), { recursive: true });
  assert.equal(await newGuide('shop/price-lost', { causes: 'a-cause' }, dir), 0);
  assert.deepEqual(
    (await readdir(dir)).filter((name) => name.startsWith('.new-')),
    [`.new-${process.ppid}`],
  );
});
