import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runtimes } from '../../../src/prove/runtimes/index.ts';
import type { Toolchain } from '../../../src/prove/runtimes/types.ts';

const cache = await mkdtemp(join(tmpdir(), 'tracebook-test-'));
after(() => rm(cache, { recursive: true }));

function prepare(runtime: string, files: Record<string, string>) {
  const locks = Object.entries(files).map(([path, text]) => ({ path, text }));
  return runtimes[runtime]!.prepare(locks, cache);
}

const wrong: [runtime: string, files: Record<string, string>, message: RegExp][] = [
  ['node', { '.node-version': 'latest' }, /^\.node-version: "latest" is no version\. Write a major/],
  ['node', { 'package.json': '{}' }, /^package-lock\.json: File is missing\. Run "npm install/],
  ['node', { 'package-lock.json': '{}' }, /^package\.json: File is missing\./],
  ['go', {}, /^go\.mod: File is missing or empty\. Add it/],
  [
    'go',
    { 'go.mod': 'module a\n\ngo 1.24\n' },
    /^go\.mod: names no exact Go\. Add a line such as "toolchain go1\.24\.6"/,
  ],
  ['maven', {}, /^pom\.xml: File is missing or empty/],
  [
    'shell',
    { '.tool-versions': 'gti 2' },
    /^\.tool-versions: "gti" is an unknown tool\. Use bash, curl, git/,
  ],
  [
    'ruby',
    { '.ruby-version': '4.0', 'debian-packages.txt': 'ruby-rails' },
    /^debian-packages\.txt: Ruby 4\.0 takes no gems of Debian\. Remove the file/,
  ],
  [
    'php',
    { '.php-version': '8.5', 'debian-packages.txt': 'phpunit' },
    /^debian-packages\.txt: PHP 8\.5 takes no packages of Debian\. Remove the file/,
  ],
  ['ruby', { 'debian-packages.txt': '../x' }, /^debian-packages\.txt: "\.\.\/x" is no name of a package/],
];

for (const [runtime, files, message] of wrong) {
  test(`runtime ${runtime} says what to do when ${message.source.slice(1, 30)}`, async () => {
    await assert.rejects(prepare(runtime, files), (error: Error) => {
      assert.match(error.message, message);
      return true;
    });
  });
}

const missing: [runtime: string, files: Record<string, string>, reason: RegExp][] = [
  ['python', { '.python-version': '3.99' }, /^no Python 3\.99 with the module "venv" was found on PATH/],
  ['java', { '.java-version': '99' }, /^no JDK 99 was found/],
  [
    'rust',
    { 'rust-toolchain.toml': '[toolchain]\nchannel = "1.1.0"\n' },
    /^no Rust 1\.1\.0 with cargo was found/,
  ],
  ['ruby', { '.ruby-version': '9.9' }, /^no Ruby 9\.9 was found on PATH/],
  ['php', { '.php-version': '9.9' }, /^no PHP 9\.9 was found on PATH/],
  ['c', { '.gcc-version': '99' }, /^no gcc 99 was found on PATH/],
  ['cpp', { '.gcc-version': '99' }, /^no g\+\+ 99 was found on PATH/],
  ['shell', { '.tool-versions': 'git 99' }, /^no git 99 was found on PATH/],
];

for (const [runtime, files, reason] of missing) {
  test(`runtime ${runtime} names what this machine lacks when no version fits`, async () => {
    const result = await prepare(runtime, files);
    assert.ok('missing' in result);
    assert.match(result.missing, reason);
  });
}

/** No process listens on the discard port. */
const nowhere = 'http://127.0.0.1:9/';
const unreachable: [runtime: string, files: Record<string, string>, environment: Record<string, string>][] = [
  [
    'python',
    { 'requirements.txt': `no-such-package==1.0 --hash=sha256:${'0'.repeat(64)}` },
    { PIP_INDEX_URL: nowhere, PIP_RETRIES: '1', PIP_NO_INDEX: '', PIP_FIND_LINKS: '' },
  ],
  ['node', { '.node-version': '18.0.0' }, { npm_config_registry: nowhere, npm_config_fetch_retries: '0' }],
];

for (const [runtime, files, environment] of unreachable) {
  test(`runtime ${runtime} is missing, not wrong, when the registry cannot be reached`, async (context) => {
    const before = { ...process.env };
    Object.assign(process.env, environment);
    context.after(() => {
      process.env = before;
    });
    const result = await prepare(runtime, files);
    assert.ok('missing' in result);
    assert.match(result.missing, /: the registry cannot be reached \(\w/);
  });
}

test('runtime python names the file and what pip says when a pin does not exist', async () => {
  const lock = { 'requirements.txt': `packaging==0.0.1 --hash=sha256:${'0'.repeat(64)}` };
  const result = await prepare('python', lock).catch((error: Error) => error.message);
  if (typeof result !== 'string')
    return assert.match((result as { missing: string }).missing, /cannot be reached/);
  assert.match(result, /^requirements\.txt could not be installed: .*\n[^]*packaging==0\.0\.1/);
});

const explained: [runtime: string, files: Record<string, string>, output: string, explanation: string][] = [
  [
    'python',
    {},
    '/app/.venv/bin/python: No module named pytest\n',
    '"python -m pytest" needs a package. Add it to requirements.txt, with hashes.',
  ],
  [
    'node',
    {},
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/main.mjs\n",
    'The package "express" is not installed. Add it to package.json and package-lock.json.',
  ],
  ['node', {}, "Error: Cannot find module './prices.js'\n", ''],
];

for (const [runtime, files, output, explanation] of explained) {
  test(`runtime ${runtime} explains "${output.trim()}"`, async (context) => {
    const toolchain = await prepare(runtime, files);
    if ('missing' in toolchain) return context.skip(toolchain.missing);
    assert.equal((toolchain as Toolchain).explain!(output) ?? '', explanation);
  });
}
