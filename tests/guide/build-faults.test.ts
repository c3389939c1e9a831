import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFull, ONLY_FULL } from '../full.ts';
import { append, replace } from './edits/edit-files.ts';
import { temporaryProject } from './project.ts';
import { filesOf, hashOf, mustBuild, runBuild, type BuildEnd } from './run-build.ts';

/** A message of one sentence that says what is wrong and where, and one that says what to do, and no stack. */
const CANNOT_WRITE = /^(?:\S+|A file in \S+ or \S+) cannot be written: [^\n.]+\. [A-Z][^\n]+\.$/m;
const skip = isFull ? !canMount() && 'needs the right to mount' : ONLY_FULL;

/** Has the build make all that it can keep. */
const settings = 'compress: true\n';

let root: string;
let good: string;
const mounted: string[] = [];

before(async () => {
  if (!isFull) return;
  root = await temporaryProject();
  mkdirSync(join(root, '.tracebook'));
  replace(join(root, 'content', 'site.yaml'), 'socialCards: false', 'socialCards: true');
  await mustBuild(root);
  good = hashOf(join(root, 'dist'));
});
after(() => isFull && rmSync(root, { recursive: true, force: true }));
afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder]);
});

/** Tries one mount: root in a container may be refused. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'tracebook-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Puts a small file system of its own in the place of a folder, with what the folder holds. */
function mount(folder: string, options: string): void {
  const content = `${folder}-content`;
  if (existsSync(folder)) cpSync(folder, content, { recursive: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  mounted.push(folder);
  if (existsSync(content)) cpSync(content, folder, { recursive: true });
  rmSync(content, { recursive: true, force: true });
}

const remount = (folder: string, options: string) =>
  execFileSync('mount', ['-o', `remount,${options}`, folder]);

/** Waits until a build holds a lock, whose file then names its process. */
async function lockOf(file: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    assert.ok(performance.now() < deadline, `no build locks ${file}`);
    await sleep(10);
  }
}

/** Fails unless a build ended with 1 and one message, and the last good site stands with nothing beside it. */
function assertRefused({ exit, output }: BuildEnd, message: RegExp, out = join(root, 'dist')): void {
  assert.equal(exit, 1, output);
  assert.match(output, message);
  assert.doesNotMatch(output, /^\s+at /m);
  assert.equal(hashOf(out), good);
  const beside = readdirSync(join(out, '..')).filter((name) => /^\..*-(?:next|last|lock)$/.test(name));
  assert.deepEqual(beside, []);
}

test(
  'two builds into one folder leave a whole site when their caches and contents are two',
  { skip: !isFull && ONLY_FULL },
  async () => {
    const other = join(root, 'other');
    mkdirSync(join(other, '.tracebook'), { recursive: true });
    cpSync(join(root, 'content'), join(other, 'content'), { recursive: true });
    replace(join(other, 'content', 'site.yaml'), /^name: .*$/m, 'name: Another shop');
    const second = { cwd: other, args: ['--out', '../dist'] };
    // From nothing, so that it still runs when the second one starts.
    rmSync(join(root, '.tracebook'), { recursive: true });
    mkdirSync(join(root, '.tracebook'));
    const first = runBuild(root);
    await lockOf(join(root, '.dist-lock'));
    const ends = await Promise.all([first, runBuild(root, second)]);
    const failed = ends.filter(({ exit }) => exit !== 0);
    assert.equal(failed.length, 1, ends.map(({ output }) => output).join('\n'));
    assert.equal(failed[0]!.exit, 1);
    assert.match(
      failed[0]!.output,
      /^Another build of this folder is running \(process \d+, by \S+dist-lock\)\. Wait until it has ended\.$/m,
    );
    const built = hashOf(join(root, 'dist'));
    await mustBuild(root, second);
    const others = hashOf(join(root, 'dist'));
    assert.notEqual(others, good);
    assert.ok([good, others].includes(built), 'a mixture of both');
    await mustBuild(root);
    assert.equal(hashOf(join(root, 'dist')), good);
    assert.deepEqual(
      readdirSync(root).filter((name) => name.startsWith('.dist')),
      [],
    );
  },
);

test('a build fails in a sentence when the disk of the output is full', { skip }, async () => {
  const disk = join(root, 'disk');
  const out = join(disk, 'site');
  cpSync(join(root, 'dist'), out, { recursive: true });
  mount(disk, 'size=100m');
  // One more site has no room.
  const { blocks, bfree, bsize } = statfsSync(disk);
  remount(disk, `size=${(blocks - bfree + 20) * bsize}`);
  assertRefused(await runBuild(root, { args: ['--out', out] }), CANNOT_WRITE, out);
  remount(disk, 'size=100m');
  await mustBuild(root, { args: ['--out', out] });
  assert.equal(hashOf(out), good);
});

test('a build fails in a sentence when the disk of the cache is full at any moment', { skip }, async () => {
  const cache = join(root, '.tracebook');
  rmSync(cache, { recursive: true });
  mount(cache, 'size=64k');
  for (let kilobytes = 64; ; kilobytes *= 2) {
    remount(cache, `size=${kilobytes}k`);
    const end = await runBuild(root);
    if (end.exit === 0) break;
    assertRefused(end, CANNOT_WRITE);
    assert.ok(kilobytes < 100_000, end.output);
  }
  assert.equal(hashOf(join(root, 'dist')), good);
});

test('a build fails in a sentence when its output stands on a read-only disk', { skip }, async () => {
  const disk = join(root, 'read-only');
  cpSync(join(root, 'dist'), join(disk, 'site'), { recursive: true });
  mount(disk, 'size=100m');
  remount(disk, 'ro');
  const out = join(disk, 'site');
  assertRefused(await runBuild(root, { args: ['--out', out] }), CANNOT_WRITE, out);
  remount(disk, 'rw');
  await mustBuild(root, { args: ['--out', out] });
  assert.equal(hashOf(out), good);
});

test('a build fails in a sentence when its cache stands on a read-only disk', { skip }, async () => {
  mount(join(root, '.tracebook'), 'size=100m');
  remount(join(root, '.tracebook'), 'ro');
  assertRefused(await runBuild(root), CANNOT_WRITE);
  remount(join(root, '.tracebook'), 'rw');
  await mustBuild(root);
  assert.equal(hashOf(join(root, 'dist')), good);
});

/** What may have become of each file of a cache. */
const damages: Record<string, (file: string, bytes: Buffer) => void> = {
  'is cut in half': (file, bytes) => writeFileSync(file, bytes.subarray(0, bytes.length / 2)),
  'is as long as it was, with other bytes': (file, bytes) =>
    writeFileSync(file, Buffer.alloc(bytes.length, '#')),
  'is empty': (file) => writeFileSync(file, ''),
  'is a folder': (file) => {
    rmSync(file);
    mkdirSync(join(file, 'below'), { recursive: true });
  },
};

/** Parts of the cache that a build reads: of guides, what is compiled, apart from what is known of it. */
const PARTS = /^(?:guides\/\w\w\/|(?:built|spare)\.json|spare\/|astro\/renderer\/|cards\/|compressed\/)/;
/** Those that Astro and Vite keep. */
const ASTRO_PARTS = /^(?:astro\/data-store|vite\/.*json$)/;

for (const [what, damage] of Object.entries(damages)) {
  test(`a build is right when each file of its cache ${what}`, { skip: !isFull && ONLY_FULL }, async () => {
    append(join(root, 'content', 'site.yaml'), settings);
    await mustBuild(root);
    const whole = hashOf(join(root, 'dist'));
    const cache = join(root, '.tracebook');
    let damaged = 0;
    for (const [path, bytes] of filesOf(cache)) {
      if (!PARTS.test(path) && (what === 'is a folder' || !ASTRO_PARTS.test(path))) continue;
      damage(join(cache, path), bytes);
      damaged++;
    }
    assert.ok(damaged > 40, String(damaged));
    for (let i = 1; i <= 2; i++) {
      await mustBuild(root);
      assert.equal(hashOf(join(root, 'dist')), whole, `build ${i}`);
    }
    replace(join(root, 'content', 'site.yaml'), settings, '');
  });
}

test(
  'a build keeps pages from the cache alone when the built site is removed each time',
  { skip: !isFull && ONLY_FULL },
  async () => {
    for (const [i, kept] of [
      /./,
      /\(0 as before\)/,
      /\((?!0)\d+ as before\)/,
      /\((?!0)\d+ as before\)/,
    ].entries()) {
      const { output } = await mustBuild(root);
      assert.match(output, kept, `build ${i}`);
      assert.equal(hashOf(join(root, 'dist')), good);
      if (i === 0) rmSync(join(root, '.tracebook', 'spare'), { recursive: true, force: true });
      rmSync(join(root, 'dist'), { recursive: true });
    }
    await mustBuild(root);
  },
);

test(
  'a build says which page cannot be rendered when a component throws',
  { skip: !isFull && ONLY_FULL },
  async () => {
    const [file, guide] = ['components/Price.astro', 'shop/price-error/guide.mdx'].map((path) =>
      join(root, 'content', path),
    ) as [string, string];
    mkdirSync(join(root, 'content', 'components'));
    writeFileSync(file, "---\nthrow new Error('no price');\n---\n");
    const text = readFileSync(guide, 'utf8');
    replace(guide, '\n## Reading the trace', '\n<Price>An edit</Price>\n$&');
    assertRefused(
      await runBuild(root),
      /^guides\/shop\/price-error\/ cannot be rendered: no price\. Correct the component of the site that it uses\.$/m,
    );
    writeFileSync(guide, text);
    rmSync(join(root, 'content', 'components'), { recursive: true });
  },
);

test(
  'a build names the line of a component that cannot be compiled',
  { skip: !isFull && ONLY_FULL },
  async () => {
    const file = join(root, 'content', 'components', 'Price.astro');
    mkdirSync(join(root, 'content', 'components'));
    writeFileSync(file, '---\nconst { price = = Astro.props;\n---\n\n<b>{price}</b>\n');
    assertRefused(
      await runBuild(root),
      /^content\/components\/Price\.astro:2 cannot be compiled: Unexpected token\. Correct it\.$/m,
    );
    writeFileSync(file, "---\nimport price from './missing.ts';\n---\n\n<b>{price}</b>\n");
    assertRefused(
      await runBuild(root),
      /^The pages cannot be compiled\. Correct what is named here:\n[^]*Could not resolve '\.\/missing\.ts'/m,
    );
    rmSync(join(root, 'content', 'components'), { recursive: true });
  },
);

test(
  'a build fails in a sentence when a folder stands in the place of what Astro keeps',
  { skip: !isFull && ONLY_FULL },
  async () => {
    await mustBuild(root);
    const [store, renderer] = ['data-store.json', 'renderer'].map((name) =>
      join(root, '.tracebook', 'astro', name),
    ) as [string, string];
    rmSync(store);
    // Only without it Astro builds.
    rmSync(renderer, { recursive: true });
    mkdirSync(join(store, 'below'), { recursive: true });
    assertRefused(await runBuild(root), CANNOT_WRITE);
    rmSync(store, { recursive: true });
    await mustBuild(root);
    assert.equal(hashOf(join(root, 'dist')), good);
  },
);
