import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readContent } from '../../src/guide/content.ts';
import { runSettings } from '../../src/guide/layers.ts';
import { projectRoot } from '../../src/site/project.ts';
import { workflowFaults } from '../commands/github-parser.ts';

type Step = { run?: string };
type Workflow = { jobs: Record<string, { steps: Step[]; defaults?: unknown }> };

const { content } = readContent(join(projectRoot, 'content'));
const files = new Map(content.guides.map(({ ci }) => [ci.path, ci.text]));
for (const name of ['test.yml', 'deploy.yml']) {
  const path = join(projectRoot, '.github/workflows', name);
  files.set(path, readFileSync(path, 'utf8'));
}

for (const [path, text] of files) {
  test(`GitHub's parser accepts ${relative(projectRoot, path)}`, () => {
    assert.deepEqual(workflowFaults('workflow', relative(projectRoot, path), text), []);
  });
}

for (const guide of content.guides) {
  test(`the workflow of ${guide.id} runs the commands of its proofs as steps`, () => {
    const { jobs } = parse(guide.ci.text) as Workflow;
    const steps = Object.values(jobs).flatMap(({ steps }) => steps);
    const commands = steps.flatMap(({ run }) => run?.split('\n').map((line) => line.trim()) ?? []);
    for (const cause of guide.causes) {
      const settings = runSettings(guide, cause, guide.framework.environments[0]!);
      assert.ok('commands' in settings);
      assert.ok(commands.includes(settings.commands.test), `no step runs "${settings.commands.test}"`);
    }
  });
}
