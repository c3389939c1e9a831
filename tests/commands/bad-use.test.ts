import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../../src/site/project.ts';

const cli = join(projectRoot, 'src', 'cli.ts');
/** A site with one guide, whose index is read faster than all of content/. */
const site = join(projectRoot, 'tests', 'library', 'version-1');
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracebook-bad-use-'));
  await writeFile(join(folder, 'clean.log'), 'all is well\n');
  await writeFile(join(folder, 'binary.log'), Buffer.alloc(4000, '\xfd7zXZ\0\x01\x9b\xe3\x8c', 'latin1'));
  await writeFile(join(folder, 'index.json'), '{"version":2,"frameworks":[],"guides":[]}');
});
after(() => rm(folder, { recursive: true }));

const WHOLE_NUMBER =
  /is invalid\. Expected a whole number greater than 0\. See "npx tracebook \w+ --help"\.$/;
const PORT = /is invalid\. Expected a whole number from 0 to 65535\. See "npx tracebook \w+ --help"\.$/;

/** Arguments, in which FOLDER is a temporary folder and SITE one with an index, and what is said of them. */
const rows: [args: string, message: RegExp][] = [
  ['nonsense', /^Unknown command 'nonsense'\. See "npx tracebook --help"\.$/],
  ['buidl', /^Unknown command 'buidl'\. Did you mean build\? See "npx tracebook --help"\.$/],
  ['--nonsense', /^Unknown option '--nonsense'\. See "npx tracebook --help"\.$/],
  [
    'match --formt json',
    /^Unknown option '--formt'\. Did you mean --format\? See "npx tracebook match --help"\.$/,
  ],
  ['match --format', /^Option '--format <format>' argument missing\. See /],
  [
    'match --format xml',
    /argument 'xml' is invalid\. Allowed choices are text, json, github, gitlab, sarif, junit/,
  ],
  [
    'match --min-confidence sure',
    /argument 'sure' is invalid\. Allowed choices are exact, likely, possible\. See /,
  ],
  ['match --max 0', WHOLE_NUMBER],
  ['match --max 1.5', WHOLE_NUMBER],
  ['match --max many', WHOLE_NUMBER],
  ['match --max', /^Option '--max <count>' argument missing\. See /],
  ['match --output', /^Option '--output <file>' argument missing\. See /],
  [
    'match --json --format sarif FOLDER/clean.log',
    /^--json means --format json, and --format sarif is given\. Leave out/,
  ],
  [
    'match --tee FOLDER/clean.log',
    /^--tee shows standard input, and files are given\. Leave out one of them\. See /,
  ],
  [
    'match --index SITE FOLDER/missing.log',
    /missing\.log cannot be read: there is no such file\. Check its name/,
  ],
  ['match --index SITE FOLDER', /cannot be read: it is a folder\. Name the files in it\.$/],
  [
    'match --index SITE FOLDER/binary.log',
    /binary\.log cannot be read: it is not text\. Unpack it first if it is an archive\.$/,
  ],
  ['match --index', /^Option '--index <place>' argument missing\. See /],
  ['match --index FOLDER/nowhere', /nowhere is not there\. Check its name and the folder that you are in\.$/],
  ['match --index FOLDER', /has neither site\.yaml nor match\/index\.json\. Name a content folder, /],
  [
    'match --index FOLDER/clean.log',
    /^The index is not one of a site of guides\. Name a site's match\/index\.json\.$/,
  ],
  [
    'match --index FOLDER/index.json',
    /^The index has version 2; version 1 can be read\. Update this program\.$/,
  ],
  ['match --index http://', /^http:\/\/ is no address\. Name a site's, such as https:\/\/example\.org\/\.$/],
  [
    'match --index SITE --output FOLDER/no/report.txt FOLDER/clean.log',
    /report\.txt cannot be written: its folder is not there\. Make/,
  ],
  [
    'match --index SITE --output FOLDER FOLDER/clean.log',
    /cannot be written: it is a folder\. Name a file in it\.$/,
  ],
  ['run', /^Missing required argument 'command'\. See "npx tracebook run --help"\.$/],
  ['run --', /^Missing required argument 'command'\. See "npx tracebook run --help"\.$/],
  ['run --max -1 -- true', WHOLE_NUMBER],
  ['run --format xml -- true', /argument 'xml' is invalid\./],
  ['run --index FOLDER/nowhere -- true', /nowhere is not there\. Check its name/],
  [
    'run --index SITE --output FOLDER/no/report.txt -- true',
    /report\.txt cannot be written: its folder is not there\./,
  ],
  [
    'prove nowhere',
    /^No match for "nowhere"\. Use FRAMEWORK\[\/GUIDE\[\/CAUSE\]\]\[@ENVIRONMENT\]\. Available: /,
  ],
  ['prove celery@nowhere', /^No environment "nowhere" in celery\. Available: /],
  [
    'prove --changed nowhere',
    /^What differs from "nowhere" cannot be found: .*\. Name a commit of this repository\.$/,
  ],
  ['prove a b', /^Too many arguments for 'prove'\. Expected 1 argument but got 2: a, b\. See /],
  ['prove --jobs 0', WHOLE_NUMBER],
  ['prove --since yesterday', WHOLE_NUMBER],
  ['prove --budget 1.5', WHOLE_NUMBER],
  ['init extra', /^Too many arguments for 'init'\./],
  ['init', /^content\/ is there already\. Go to another folder, or name another one with --content\.$/],
  ['mcp extra', /^Too many arguments for 'mcp'\. Expected 0 arguments but got 1: extra\. See /],
  ['mcp --index FOLDER/nowhere', /nowhere is not there\. Check its name and the folder that you are in\.$/],
  ['mcp --port x', PORT],
  ['agents-md extra', /^Too many arguments for 'agents-md'\./],
  [
    'agents-md --index FOLDER/nowhere',
    /nowhere is not there\. Check its name and the folder that you are in\.$/,
  ],
  [
    'agents-md --index SITE --folder FOLDER/nowhere',
    /nowhere cannot be read \(ENOENT\)\. Name the folder of a project\.$/,
  ],
  ['hosts', /^Missing required argument 'host'\. See "npx tracebook hosts --help"\.$/],
  [
    'hosts nonsense',
    /argument value 'nonsense' is invalid for argument 'host'\. Allowed choices are nginx, apache, /,
  ],
  [
    'match --content FOLDER/nowhere FOLDER/clean.log',
    /There is no folder .*nowhere\/ here\. Make a site with ".*tracebook init", or name /,
  ],
  ['check --content', /^Option '--content <folder>' argument missing\. See "npx tracebook check --help"\.$/],
  [
    'build --content FOLDER/clean.log',
    /clean\.log is a file, and must be the folder of the content\. Name another one with --content\.$/,
  ],
  [
    'build --out .',
    /^\S+\/ cannot be replaced by the site: what it is made of is in it\. Name another folder with --out\.$/,
  ],
  [
    'build --out content/../..',
    /^\S+\/ cannot be replaced by the site: what it is made of is in it\. Name another folder with --out\.$/,
  ],
  ['build --out content', /^content\/ cannot be replaced by the site: what it is made of is in it\. Name /],
  ['build --out content/celery', /^content\/celery\/ cannot be the site: it is in content\/\. Name another /],
  [
    'build --out src/site',
    /^src\/site\/ cannot be the site: it is in src\/\. Name another folder with --out\.$/,
  ],
  ['new', /^Missing required argument 'guide'\. See "npx tracebook new --help"\.$/],
  [
    'new celery',
    /^"celery" cannot be part of an address\. Use FRAMEWORK\/GUIDE and --causes a,b with lower-case words/,
  ],
  ['new Celery/error', /^"Celery" cannot be part of an address\./],
  ['new a/b/c', /^"a\/b\/c" cannot be part of an address\./],
  ['new a/b --causes ,', /^"," cannot be part of an address\./],
  ['new a/b --causes x,x', /^--causes names a cause twice: x,x\. Name each once\.$/],
  [
    'new celery/worker-lost-error',
    /^content\/celery\/worker-lost-error is already there\. Choose another name, or edit it\.$/,
  ],
  [
    'new a/b --from FOLDER/missing.log',
    /missing\.log cannot be read \(ENOENT\)\. Name a file that holds a trace\.$/,
  ],
  [
    'new a/b --from FOLDER/clean.log',
    /^No error was found in .*clean\.log\. Copy the whole trace into it, or leave --from out\.$/,
  ],
  [
    'build extra',
    /^Too many arguments for 'build'\. Expected 0 arguments but got 1: extra\. See "npx tracebook build --help"\.$/,
  ],
  ['check extra', /^Too many arguments for 'check'\./],
  ['start extra', /^Too many arguments for 'start'\./],
  ['dev extra', /^Too many arguments for 'dev'\./],
  ['start --port x', PORT],
  ['start --port 65536', PORT],
  ['dev --port -1', PORT],
  ['dev --port 80.5', PORT],
  ['dev --host', /^Option '--host <host>' argument missing\. See "npx tracebook dev --help"\.$/],
];

describe('the command line', { concurrency: 2 }, () => {
  for (const [args, message] of rows)
    test(`refuses "tracebook ${args}" in one sentence and ends with 2`, async () => {
      const { code, output } = await run(args.replaceAll('FOLDER', folder).replace('SITE', site).split(' '));
      const [line, ...more] = output.trimEnd().split('\n');
      assert.deepEqual(more, []);
      assert.match(line!, message);
      assert.equal(code, 2);
    });

  test('refuses an unknown option of every command in one sentence and ends with 2', async () => {
    const { code, output } = await run(['--help']);
    assert.equal(code, 0);
    const names = [...output.matchAll(/^ {2}([a-z][\w-]*)(?= )/gm)].map(([, name]) => name!);
    for (const name of ['build', 'check', 'dev', 'match', 'new', 'prove', 'run', 'start'])
      assert.ok(names.includes(name), name);
    for (const name of names.filter((name) => name !== 'help')) {
      const refused = await run([name, '--nonsense']);
      const text = `Unknown option '--nonsense'. See "npx tracebook ${name} --help".\n`;
      assert.deepEqual(refused, { code: 2, output: text });
      assert.equal((await run([name, '--help'])).code, 0, name);
    }
  });

  test('reads standard input where a file is named "-"', async () => {
    assert.deepEqual(await run(['match', '--index', site, '-'], 'all is well\n'), {
      code: 0,
      output: 'standard input: no error found in 1 line.\n',
    });
  });
});

/** Runs the command line; `output` is all that it prints, on both streams. */
function run(args: string[], input = ''): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { cwd: projectRoot, env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
      (error, stdout, stderr) =>
        resolve({ code: (error?.code as number | undefined) ?? 0, output: stdout + stderr }),
    );
    child.stdin!.end(input);
  });
}
