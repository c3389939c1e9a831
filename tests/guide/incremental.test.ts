import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { writeSyntheticContent } from '../bench/build/synthetic-content.ts';
import { temporaryProject } from './project.ts';
import { siteEdits } from './site-edits.ts';
import { isFull } from '../full.ts';

const GUIDES = 6;
let root: string;
let ids: string[];

before(async () => {
  root = await temporaryProject();
  rmSync(join(root, 'content'), { recursive: true });
  ({ ids } = writeSyntheticContent(join(root, 'content'), GUIDES, { only: 'python/module-not-found-error' }));
  await build();
});
after(() => rmSync(root, { recursive: true, force: true }));

/** Runs `npm run build` of that project. */
function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'src', 'cli.ts'), 'build'],
      { cwd: root },
      (error, stdout, stderr) => (error ? reject(new Error(stdout + stderr)) : resolve()),
    );
  });
}

/** Every file below a folder by path. */
function filesOf(dir: string): Map<string, Buffer> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => relative(dir, join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path))]));
}

/** Builds with what the build before kept, and then from nothing, and compares. */
async function compareBuilds(edits: string): Promise<void> {
  await build();
  renameSync(join(root, 'dist'), join(root, 'incremental'));
  rmSync(join(root, '.tracebook'), { recursive: true });
  await build();
  const [incremental, clean] = [filesOf(join(root, 'incremental')), filesOf(join(root, 'dist'))];
  rmSync(join(root, 'incremental'), { recursive: true });
  assert.deepEqual([...incremental.keys()], [...clean.keys()], edits);
  const different = [...clean].filter(([path, bytes]) => !incremental.get(path)!.equals(bytes));
  assert.deepEqual(
    different.map(([path]) => path),
    [],
    edits,
  );
}

const edits = siteEdits();
// All kinds, each alone; else the first three together.
for (const group of isFull ? edits.map((edit) => [edit]) : [edits.slice(0, 3)]) {
  const names = group.map(({ name }) => name).join('; ');
  test(`a build after an edit equals one from nothing when it changed: ${names}`, async () => {
    for (const { apply } of group) apply(root, ids);
    await compareBuilds(names);
  });
}
