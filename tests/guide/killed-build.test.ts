import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFull } from '../full.ts';
import { setField } from './edits/edit-files.ts';
import { temporaryProject } from './project.ts';
import { hashOf, mustBuild, runBuild, type BuildEnd } from './run-build.ts';

const KILLS = isFull ? 100 : 3;
/** Milliseconds after which a busy machine has fewer kills, but the three of the short test. */
const LONGEST = 240_000;
/** After so many kills a build may end, and must be right. */
const KILLS_PER_BUILD = 5;
const descriptions = ['Errors of the shop.', 'Errors of the warehouse.'];

let root: string;
before(async () => {
  root = await temporaryProject();
});
after(() => rmSync(root, { recursive: true, force: true }));

test('a build that is killed at any moment leaves one whole site, and the next one is right', async (context) => {
  const whole: string[] = [];
  let longest = 0;
  for (const description of descriptions) {
    describeSite(description);
    const start = performance.now();
    await mustBuild(root);
    longest = Math.max(longest, performance.now() - start);
    whole.push(hashOf(join(root, 'dist')));
  }
  assert.notEqual(whole[0], whole[1]);
  const begin = performance.now();
  let isLast = false;
  for (let kill = 1; !isLast; kill++) {
    isLast = kill === KILLS || (kill >= 3 && performance.now() - begin > LONGEST);
    const next = kill % 2;
    describeSite(descriptions[next]!);
    const delay = Math.round(Math.random() * longest);
    const { exit, output } = await buildAfterKill({ killAfter: delay });
    // A build that ended before has succeeded.
    assert.ok(exit === 0 || exit === null, output);
    // Between two renames there is no folder for a moment: the next start puts it back.
    if (existsSync(join(root, 'dist')))
      assert.ok(whole.includes(hashOf(join(root, 'dist'))), `mixed after ${delay} ms`);
    if (kill % KILLS_PER_BUILD !== 0 && !isLast) continue;
    const end = await buildAfterKill();
    assert.equal(end.exit, 0, end.output);
    assert.equal(hashOf(join(root, 'dist')), whole[next], `wrong after a kill at ${delay} ms`);
    const left = readdirSync(root).filter((name) => name.startsWith('.dist-'));
    assert.deepEqual(left, [], `left after a kill at ${delay} ms`);
    if (isLast) context.diagnostic(`${kill} kills`);
  }
});

/** Builds. The process that holds the lock of a killed build may end a moment after it. */
async function buildAfterKill(options: { killAfter?: number } = {}): Promise<BuildEnd> {
  const deadline = performance.now() + 5000;
  for (;;) {
    const end = await runBuild(root, options);
    if (!end.output.includes('Another build of this folder is running') || performance.now() > deadline)
      return end;
    await sleep(100);
  }
}

function describeSite(description: string): void {
  setField(join(root, 'content', 'site.yaml'), 'description', description);
}
