import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { agentsBlock, MOST_BYTES } from '../../src/commands/agents-block.ts';
import { loadGuides } from '../../src/commands/guide-source.ts';
import { projectRoot } from '../../src/site/project.ts';

const content = join(projectRoot, 'content');
const projects = join(import.meta.dirname, '../locks/projects');
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(projectRoot, 'src/cli.ts'), 'agents-md', ...args], { encoding: 'utf8' });

test('agents-md prints a line a guide with id, sign and twin when the lock files name a framework', () => {
  const { status, stdout, stderr } = run('--index', content, '--folder', join(projects, 'several'));
  assert.equal(status, 0);
  assert.match(stderr, /^broken\/composer\.lock cannot be parsed as a lock file, [^\n]+\n$/);
  assert.ok(Buffer.byteLength(stdout) <= MOST_BYTES);
  assert.match(
    stdout,
    /^- \[celery\/worker-lost-error\]\(https:\/\/tracebook\.example\/guides\/celery\/worker-lost-error\.md\): \S.*signal 9/m,
  );
  assert.match(stdout, /^- \[react\//m);
  assert.doesNotMatch(stdout, /\[(?:django|java|rust)\//);
  assert.ok(
    stdout.includes(`Run \`tracebook match --index ${content}\` on any stack trace before you change code`),
  );
});

test('agents-md says in a sentence why when it prints nothing', () => {
  const none = run('--folder', join(projects, 'empty'));
  assert.deepEqual([none.status, none.stdout], [1, '']);
  assert.match(none.stderr, /^There is no lock file in [^\n]+\n$/);
  const other = run(
    '--index',
    join(import.meta.dirname, '../guide/content'),
    '--folder',
    join(projects, 'go'),
  );
  assert.deepEqual([other.status, other.stdout], [1, '']);
  assert.match(other.stderr, /^No guide is about what go\.mod names\. [^\n]+\n$/);
  const missing = run('--folder', join(projects, 'nowhere'));
  assert.deepEqual([missing.status, missing.stdout], [2, '']);
  assert.match(missing.stderr, /cannot be read \(ENOENT\)\. [^\n]+\n$/);
});

test('agentsBlock leaves out of every framework what is above 8,000 bytes, and says how many', async () => {
  const guides = await loadGuides(content, () => {});
  const { frameworks } = guides.index;
  const block = agentsBlock(frameworks, guides, undefined)!;
  assert.ok(Buffer.byteLength(block) <= MOST_BYTES);
  assert.ok(Buffer.byteLength(block) > MOST_BYTES - 500);
  const lines = block.split('\n').filter((line) => line.startsWith('- ['));
  const [, omitted] = /^(\d+) more guides do not fit here/m.exec(block)!;
  assert.equal(lines.length + Number(omitted), guides.titles.size);
  for (const { id } of frameworks)
    assert.ok(
      lines.some((line) => line.startsWith(`- [${id}/`)),
      id,
    );
  assert.equal(agentsBlock([], guides, undefined), undefined);
});
