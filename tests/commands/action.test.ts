import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { projectRoot } from '../../src/site/project.ts';
import { workflowFaults } from './github-parser.ts';

const actionFolder = join(projectRoot, '.github/actions/match');
const text = readFileSync(join(actionFolder, 'action.yml'), 'utf8');
const action = parse(text) as {
  inputs: Record<string, { default: string }>;
  runs: { steps: { run: string; env: Record<string, string> }[] };
};
const documents = join(projectRoot, '.github/docs');
const fixtures = join(import.meta.dirname, 'github');
const log = readFileSync(join(fixtures, 'pytest.log'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tracebook-action-'));
after(() => rmSync(folder, { recursive: true }));

const MAIL =
  "::error file=shop/mail.py,line=11,title=AttributeError%3A 'NoneType' object has no attribute::AttributeError: 'NoneType' object has no attribute 'get'%0A";
const LABELS = '::error file=shop/labels.py,line=12,title=Error without a guide::shop.labels.UnknownKind: ';
const GUIDE = 'https://tracebook.example/guides/python/none-type-has-no-attribute/#missing-value';

test("GitHub's parser accepts the action and the workflow of the documentation", () => {
  assert.deepEqual(workflowFaults('action', 'action.yml', text), []);
  const [, workflow] = /^```yaml\n([^]*?)^```$/m.exec(readFileSync(join(documents, 'ci.md'), 'utf8'))!;
  assert.deepEqual(workflowFaults('workflow', 'test.yml', workflow!), []);
  assert.notDeepEqual(workflowFaults('action', 'action.yml', text.replace('composite', 'composed')), []);
});

test('every input of the action reaches its step', () => {
  const [step] = action.runs.steps;
  const used = Object.values(step!.env).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]);
  assert.deepEqual(used, Object.keys(action.inputs));
});

test('the action annotates the own frames of the log of a failed run, as GitHub shows it and as "gh run view" does', () => {
  const forGh = log.replace(/^/gm, 'test\tRun python -m pytest\t').replace(/\t[^\t]*\t$/, '');
  for (const [name, content] of [
    ['job.log', log],
    ['gh.log', forGh],
  ] as const) {
    const { status, lines, summary, output } = runAction({ log: name }, { [name]: content });
    const [explained, own, ...more] = lines;
    assert.ok(explained!.startsWith(MAIL) && explained!.endsWith(`%0A${GUIDE}`), explained);
    assert.ok(own!.startsWith(LABELS), own);
    assert.deepEqual(more, []);
    assert.match(summary, /^### `AttributeError: .*`\n\n`shop\/mail\.py:11`/m);
    assert.deepEqual([status, output], [1, 'exit-code=1\n']);
  }
});

test('the action shows what the command prints, annotates its errors, and ends with its exit code', () => {
  const files = { 'pytest.log': log.replace(/^\S+ /gm, '') };
  const { status, lines, output } = runAction(
    { command: 'cat pytest.log\n(exit 7)\necho not reached' },
    files,
  );
  assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 2);
  assert.ok(lines.some((line) => line.startsWith(MAIL)));
  assert.ok(lines.includes("E       AttributeError: 'NoneType' object has no attribute 'get'"));
  assert.ok(!lines.includes('not reached'));
  assert.deepEqual([status, output], [7, 'exit-code=7\n']);
});

test('the action reads every log that a pattern fits, and writes the report to a file', () => {
  const files = { 'a b.log': log, 'c.log': 'all is well\n' };
  const inputs = { log: '*.log', format: 'json', output: 'report.jsonl', max: '1' };
  const { status, lines, checkout } = runAction(inputs, files);
  assert.deepEqual([status, lines], [1, []]);
  const report = readFileSync(join(checkout, 'report.jsonl'), 'utf8').trim().split('\n');
  assert.deepEqual(
    report.map((line) => JSON.parse(line)).map(({ file, traces }) => [file, traces.length]),
    [
      ['a b.log', 1],
      ['c.log', 0],
    ],
  );
});

test('the action refuses inputs that it cannot use in one line and ends with 2', () => {
  const refusals = [
    [{}, '::error title=Tracebook::Neither "command" nor "log" is given. Name one of them.'],
    [
      { command: 'x', log: 'y' },
      '::error title=Tracebook::Both "command" and "log" are given. Leave out one of them.',
    ],
    [
      { log: 'no*.log' },
      'no*.log cannot be read: there is no such file. Check its name and the folder that you are in.',
    ],
  ] as const;
  for (const [inputs, message] of refusals) {
    const { status, lines } = runAction(inputs, {});
    assert.deepEqual([status, lines], [2, [message]]);
  }
});

test('the action runs the release of the package that "version" names', () => {
  const { lines } = runAction(
    { log: 'job.log', version: '1.2.3' },
    { 'job.log': log },
    { npx: fakeNpx('tracebook@1.2.3') },
  );
  assert.ok(lines[0]!.startsWith(MAIL), lines.join('\n'));
});

test('the sample for GitLab makes a test report and code quality, and the job ends as the tests do', () => {
  const { test: job } = parse(readFileSync(join(documents, 'gitlab-ci.yml'), 'utf8')) as {
    test: { script: string[]; after_script: string[]; artifacts: { reports: Record<string, string> } };
  };
  const npm = `[ "$1" = ci ] || { cat pytest.txt; exit 1; }`;
  const commands = { npm, npx: fakeNpx('tracebook') };
  const checkout = makeCheckout({ 'pytest.txt': log.replace(/^\S+ /gm, '') });
  const run = (lines: string[]) =>
    spawnSync('bash', ['-e', '-c', lines.join('\n')], {
      cwd: checkout,
      encoding: 'utf8',
      env: environment(commands, { CI_PROJECT_DIR: checkout, GUIDES: join(projectRoot, 'content') }),
    });
  assert.equal(run(job.script).status, 1);
  // GitLab runs the lines that follow one that fails, too.
  const printed = job.after_script.map((line) => run([line]).stdout).join('');
  assert.match(printed, /^test\.log: 2 different errors/);
  const { junit, codequality } = job.artifacts.reports;
  assert.match(readFileSync(join(checkout, junit!), 'utf8'), /<testcase [^>]*file="shop\/mail\.py"/);
  const issues = JSON.parse(readFileSync(join(checkout, codequality!), 'utf8')) as unknown[];
  assert.deepEqual(issues[0], {
    description: `AttributeError: 'NoneType' object has no attribute 'get'. A key, a field or a variable has no value. Decide what a missing value means, and test for None before you use it. ${GUIDE}`,
    check_name: 'python/none-type-has-no-attribute/missing-value',
    fingerprint: (issues[0] as { fingerprint: string }).fingerprint,
    severity: 'major',
    location: { path: 'shop/mail.py', lines: { begin: 11 } },
  });
  for (const issue of issues) assert.match((issue as { fingerprint: string }).fingerprint, /^[0-9a-f]{32}$/);
});

/** Runs the action's step in a checkout with the files, as GitHub does. */
function runAction(inputs: Record<string, string>, files: Record<string, string>, commands = {}) {
  const checkout = makeCheckout(files);
  const summaryFile = join(checkout, '../summary.md');
  const outputFile = join(checkout, '../output');
  for (const file of [summaryFile, outputFile]) writeFileSync(file, '');
  const [step] = action.runs.steps;
  const env = Object.fromEntries(
    Object.entries(step!.env).map(([name, value]) => [
      name,
      value.replace(
        /^\$\{\{ inputs\.([\w-]+) \}\}$/,
        (_, input) => inputs[input] ?? action.inputs[input]!.default,
      ),
    ]),
  );
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step!.run],
    {
      cwd: checkout,
      encoding: 'utf8',
      env: environment(commands, {
        ...env,
        GITHUB_ACTION_PATH: actionFolder,
        GITHUB_WORKSPACE: checkout,
        GITHUB_STEP_SUMMARY: summaryFile,
        GITHUB_OUTPUT: outputFile,
      }),
    },
  );
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  const [summary, output] = [summaryFile, outputFile].map((file) => readFileSync(file, 'utf8'));
  return { status, lines, checkout, summary: summary!, output: output! };
}

/** A folder with the code that failed, and more files. */
function makeCheckout(files: Record<string, string>): string {
  const checkout = join(mkdtempSync(join(folder, 'job-')), 'shop');
  mkdirSync(checkout);
  cpSync(join(fixtures, 'checkout'), checkout, { recursive: true });
  assert.ok(existsSync(join(checkout, 'shop/mail.py')));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(checkout, name), content);
  return checkout;
}

/** The environment with more variables, in which some commands are scripts of Bash. */
function environment(commands: Record<string, string>, more: Record<string, string>): NodeJS.ProcessEnv {
  const bin = mkdtempSync(join(folder, 'bin-'));
  for (const [name, script] of Object.entries(commands))
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
  return { ...process.env, ...more, PATH: [bin, process.env['PATH']].join(delimiter) };
}

/** npx where the package has been published: runs the checkout's own code when it is asked for the package. */
function fakeNpx(name: string): string {
  return `[ "$1 $2" = "--yes ${name}" ] || { echo "npx $*" >&2; exit 64; }\nshift 2\nexec "${process.execPath}" "${join(projectRoot, 'src/cli.ts')}" "$@"`;
}
