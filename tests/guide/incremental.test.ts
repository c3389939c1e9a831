import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeSyntheticContent } from '../bench/build/synthetic-content.ts';
import { isFull } from '../full.ts';
import { allEdits } from './edits/all-edits.ts';
import type { EditedSite } from './edits/edited-site.ts';
import { temporaryProject } from './project.ts';
import { filesOf, hashOf, mustBuild } from './run-build.ts';

const GUIDES = 6;
let site: EditedSite;
/** What the site was before an edit. */
let last: string;

before(async () => {
  const root = await temporaryProject();
  rmSync(join(root, 'content'), { recursive: true });
  const only = 'python/module-not-found-error';
  const { ids } = writeSyntheticContent(join(root, 'content'), GUIDES, { only });
  site = { root, ids };
  await mustBuild(root);
  last = hashOf(join(root, 'dist'));
});
after(() => rmSync(site.root, { recursive: true, force: true }));

/** Builds with what the build before kept, and beside it from nothing in a folder of its own, and compares. */
async function compareBuilds(edits: string): Promise<void> {
  const { root } = site;
  const clean = join(root, 'clean');
  mkdirSync(join(clean, '.tracebook'), { recursive: true });
  await Promise.all([mustBuild(root), mustBuild(root, { cwd: clean, args: ['--content', '../content'] })]);
  const now = hashOf(join(clean, 'dist'));
  assert.notEqual(now, last, `nothing of the site shows the edit: ${edits}`);
  last = now;
  const [kept, made] = [filesOf(join(root, 'dist')), filesOf(join(clean, 'dist'))];
  rmSync(clean, { recursive: true });
  assert.deepEqual([...kept.keys()], [...made.keys()], edits);
  const different = [...made].filter(([path, bytes]) => !kept.get(path)!.equals(bytes));
  assert.deepEqual(
    different.map(([path]) => path),
    [],
    edits,
  );
}

// All kinds, group by group; else one of each of the first three groups, together.
for (const group of isFull ? allEdits : [allEdits.slice(0, 3).map(([edit]) => edit!)]) {
  const names = group.map(({ name }) => name).join('; ');
  test(`a build after an edit equals one from nothing when it changed: ${names}`, async () => {
    for (const { apply } of group) apply(site);
    await compareBuilds(names);
  });
}
