import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import Ajv04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import * as z from 'zod';
import { formats as published } from '../../src/library/formats/index.ts';
import { jsonSchemaOf } from '../../src/library/formats/json-schema.ts';
import { projectRoot } from '../../src/site/project.ts';
import { schemaFaults } from '../library/json-validator.ts';
import { junitFaults } from './junit-structure.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-valid-'));
after(() => rmSync(folder, { recursive: true }));
/** Every kind of answer: guides with and without a cause, none, no error, odd characters, a path of another system, many. */
const logs = [
  join(import.meta.dirname, 'log.txt'),
  join(import.meta.dirname, 'github/pytest.log'),
  write('clean.log', 'all is well\n'),
  write('empty.log', ''),
  write('odd name,%.log', 'app.errors.OddError: a\u0001b ]]> <&> "\ufffe \ud83d\ude00 é\n'),
  write(
    'windows.log',
    'Traceback (most recent call last):\n  File "C:\\shop\\a b.py", line 3, in x\nValueError: <b>\n',
  ),
  write('message.log', 'borrow of moved value: `names`\n'),
  write('many.log', Array.from({ length: 30 }, (_, i) => `app.errors.E${'x'.repeat(i)}Error: x\n`).join('')),
];

test('SARIF fits the schema of SARIF 2.1.0', () => {
  const log = JSON.parse(report('sarif')) as { runs: { results: unknown[] }[] };
  assert.ok(log.runs[0]!.results.length > 30);
  assert.deepEqual(sarifFaults(log), []);
  assert.deepEqual(sarifFaults(JSON.parse(report('sarif', [logs[2]!]))), [], 'without an error');
  const [run] = log.runs;
  const wrong = sarifFaults({ ...log, runs: [{ ...run, results: [{ level: 'wrong', message: {} }] }] });
  assert.ok(wrong.some((fault) => fault.includes('/results/0/level')));
});

test('JUnit has the structure that CI systems read', () => {
  const xml = report('junit');
  assert.deepEqual(junitFaults(xml), []);
  assert.deepEqual(junitFaults(report('junit', [logs[3]!])), [], 'without an error');
  for (const [right, wrong] of [
    ['</testsuite>', ''],
    ['<failure ', '<fault '],
    [' name="', ' nom="'],
    ['<system-out>', '<system-out>\u0001'],
    ['failures="', 'failures="x'],
    ['tests="', 'tests="9'],
  ] as const)
    assert.notDeepEqual(junitFaults(xml.replace(right, wrong)), [], `${right} is ${wrong}`);
});

test('each line of --format json fits the schema that sites publish, and has no field that is not in it', () => {
  const lines = [...report('json').split('\n'), ...report('json', logs, ['--max', '1']).split('\n')];
  const documents = lines.filter(Boolean).map((line) => JSON.parse(line) as object);
  assert.equal(documents.length, logs.length * 2);
  assert.ok(documents.some((document) => 'omitted' in document));
  const strict = z.toJSONSchema(published.matchReport.schema, { io: 'output' });
  for (const schema of [jsonSchemaOf('matchReport'), strict])
    for (const document of documents) assert.deepEqual(schemaFaults(schema, document), []);
});

test('the code quality report has the fields that GitLab reads, and no fingerprint twice', () => {
  const issues = JSON.parse(report('gitlab')) as Record<string, unknown>[];
  assert.ok(issues.length > 30);
  const schema = z.array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string().min(1),
        lines: z.strictObject({ begin: z.int().positive() }),
      }),
    }),
  );
  schema.parse(issues);
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
});

test('the job summary is cut to what GitHub takes, and says how much is left out', () => {
  const long = 'y'.repeat(900);
  const many = write(
    `large-${'n'.repeat(200)}.log`,
    Array.from({ length: 3000 }, (_, i) => `app.errors.${letters(i)}Error: ${letters(i)} ${long}\n`).join(''),
  );
  const summary = write('summary.md', '# What another step wrote\n');
  report('github', [many], [], { GITHUB_STEP_SUMMARY: summary });
  const text = readFileSync(summary, 'utf8');
  assert.ok(
    text.startsWith('# What another step wrote\n## Errors\n\n3000 different errors in 3000 lines.\n'),
  );
  assert.ok(text.length > 200_000 && Buffer.byteLength(text) <= 1024 * 1024, String(text.length));
  const shown = text.match(/^### /gm)!.length;
  assert.ok(text.endsWith(`\n${3000 - shown} more are left out.\n`));
});

/** A number as letters: names with digits are one error. */
function letters(number: number): string {
  return [...String(number).padStart(4, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
}

function sarifFaults(log: unknown): string[] {
  const file = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif')),
    'schemas/sarif-2.1.0-rtm.5.json',
  );
  const ajv = new Ajv04({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function report(format: string, files = logs, args: string[] = [], env = {}): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'src/cli.ts'), 'match', '--format', format, ...args, ...files],
    { encoding: 'utf8', cwd: projectRoot, env: { ...process.env, GITHUB_STEP_SUMMARY: '', ...env } },
  );
  assert.equal(stderr, '');
  return stdout;
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
