import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectRoot } from '../../src/site/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracebook-hosts-'));
after(() => rmSync(folder, { recursive: true }));
const content = join(import.meta.dirname, '../guide/content');
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(projectRoot, 'src/cli.ts'), 'hosts', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

test('hosts prints a single file as it is, and what to do with it beside it', () => {
  const { status, stdout, stderr } = run('nginx', '--content', content);
  assert.equal(status, 0);
  assert.match(stdout, /^# Made by "tracebook hosts nginx"\./);
  assert.match(stdout, /location = "\/errors\/guides\/shop\/not-a-price\/" \{ return 301 /);
  assert.match(stderr, /^Copy dist\/ to \/var\/www\/shop\.example\/errors\/ /);
});

test('hosts writes the files that it prints when a folder is named', () => {
  const { status, stdout } = run('cloudflare', '--content', content, '--write', 'edge');
  assert.equal(status, 0);
  const names = stdout.trim().split('\n');
  assert.deepEqual(
    names,
    ['wrangler.jsonc', 'worker.js', 'public/_headers', 'public/_redirects'].map((name) => join('edge', name)),
  );
  const printed = run('cloudflare', '--content', content).stdout;
  for (const name of names)
    assert.ok(
      printed.includes(
        `==> ${name.slice('edge/'.length).replaceAll('\\', '/')} <==\n${readFileSync(join(folder, name), 'utf8')}`,
      ),
      name,
    );
});

test('hosts says in a sentence what is wrong when the host, the content or the folder is', () => {
  const unknown = run('nginxx', '--content', content);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /Allowed choices are nginx, apache, /);
  const missing = run('nginx');
  assert.deepEqual([missing.status, missing.stdout], [2, '']);
  assert.match(missing.stderr, /^There is no folder content\/ here\. [^\n]+\n$/);
  writeFileSync(join(folder, 'file'), '');
  const blocked = run('nginx', '--content', content, '--write', 'file');
  assert.equal(blocked.status, 1);
  assert.match(blocked.stderr, /cannot be written: something is there already\. Move it away\.\n$/);
});
