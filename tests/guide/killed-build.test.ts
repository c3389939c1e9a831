import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { temporaryProject } from './project.ts';
import { isFull } from '../full.ts';

const KILLS = isFull ? 30 : 3;
/** After so many kills a build may end, and must be right. */
const KILLS_PER_BUILD = 5;
const descriptions = ['Errors of the shop.', 'Errors of the warehouse.'];

let root: string;
before(async () => {
  root = await temporaryProject();
});
after(() => rmSync(root, { recursive: true, force: true }));

test('a build that is killed at any moment leaves one whole site, and the next one is right', async () => {
  const whole: string[] = [];
  let longest = 0;
  for (const description of descriptions) {
    describeSite(description);
    const start = performance.now();
    await build();
    longest = Math.max(longest, performance.now() - start);
    whole.push(hashOf(join(root, 'dist')));
  }
  assert.notEqual(whole[0], whole[1]);
  for (let kill = 1; kill <= KILLS; kill++) {
    const next = kill % 2;
    describeSite(descriptions[next]!);
    const delay = Math.round(Math.random() * longest);
    await build(delay);
    // Between two renames there is no folder for a moment: the next start puts it back.
    if (existsSync(join(root, 'dist')))
      assert.ok(whole.includes(hashOf(join(root, 'dist'))), `mixed after ${delay} ms`);
    if (kill % KILLS_PER_BUILD !== 0 && kill !== KILLS) continue;
    await build();
    assert.equal(hashOf(join(root, 'dist')), whole[next], `wrong after a kill at ${delay} ms`);
    const left = readdirSync(root).filter((name) => name.startsWith('.dist-'));
    assert.deepEqual(left, [], `left after a kill at ${delay} ms`);
  }
});

function describeSite(description: string): void {
  const file = join(root, 'content', 'site.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^description: .*$/m, `description: ${description}`));
}

/** Runs `npm run build` of that project. @param killAfter milliseconds; it runs to its end when absent */
function build(killAfter?: number): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'src', 'cli.ts'), 'build'], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || (killAfter !== undefined && signal === 'SIGKILL')) resolve();
      else reject(new Error(`exit ${code ?? signal} after ${killAfter ?? 'no'} ms: ${output}`));
    });
  });
}

/** One value for all files below a folder: their paths and what they hold. */
function hashOf(dir: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash
      .update(`${relative(dir, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}
