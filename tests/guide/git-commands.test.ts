import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, type SourceFile } from '../../src/guide/content-files.ts';
import { readContent, type Guide } from '../../src/guide/content.ts';
import { composeRun } from '../../src/guide/layers.ts';
import { projectRoot } from '../../src/site/project.ts';

const { content } = readContent(join(projectRoot, 'content'));

/** The `bash` blocks with git commands that a guide shows for its continuous integration. */
function gitBlocks({ sections }: Guide): string[] {
  const blocks = [...sections.ci.markdown.matchAll(/^```(?:bash|sh|shell)\n([^]*?)^```$/gm)];
  return blocks.map(([, code]) => code!).filter((code) => /^git /m.test(code));
}

for (const guide of content.guides) {
  test(`the git commands of ${guide.id} commit and push the whole fix of the cause that it shows`, () => {
    const blocks = gitBlocks(guide);
    assert.ok(blocks.length > 0, 'there is a block of git commands');
    const root = mkdtempSync(join(tmpdir(), 'tracebook-git-'));
    try {
      const app = join(root, 'app');
      const run = (command: string) =>
        execFileSync('/bin/sh', ['-ec', command], {
          cwd: app,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH: process.env['PATH'] ?? '', HOME: root, GIT_CONFIG_NOSYSTEM: '1', LANG: 'C.UTF-8' },
        });
      const cause = guide.causes.find(({ id }) => id === guide.frontmatter.shows)!;
      const environment = guide.framework.environments[0]!;
      const before = composeRun(guide, cause, environment, 'broken');
      const after = composeRun(guide, cause, environment, 'fixed', cause);
      after.push({ path: '.github/workflows/ci.yml', text: guide.ci.text });

      writeFiles(app, before);
      run(`git init -q -b main && git config user.name Tester && git config user.email tester@example.org
        git add --all && git commit -q -m "Before the fix"
        git init -q --bare ../origin.git && git remote add origin ../origin.git && git push -q -u origin main`);
      for (const { path } of before) if (!after.some((file) => file.path === path)) rmSync(join(app, path));
      writeFiles(app, after);
      for (const block of blocks) run(block);

      assert.equal(run('git status --porcelain'), '', 'nothing of the fix is left out');
      assert.notEqual(run('git branch --show-current'), 'main\n');
      assert.equal(run('git rev-parse @{upstream}'), run('git rev-parse HEAD'), 'the branch is pushed');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
}

function writeFiles(dir: string, files: SourceFile[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(dir, file.path)), { recursive: true });
    writeFileSync(join(dir, file.path), bytesOf(file));
  }
}
