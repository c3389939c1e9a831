import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { installedVersions, listedPackages } from '../../src/prove/runtimes/debian-tool.ts';
import { isExecutable } from '../../src/prove/runtimes/tools.ts';
import { setUp, type SetupItem } from '../../src/prove/setup.ts';

const isDebian = (await isExecutable('/usr/bin/apt-get')) && (await isExecutable('/usr/bin/dpkg-query'));
const isRoot = process.getuid?.() === 0;

function item(name: string, changed: Partial<SetupItem> = {}): SetupItem {
  return {
    name,
    optional: false,
    debianPackages: () => ['base-files'],
    prepare: async () => ({ versions: { node: '24.21.0' } }),
    ...changed,
  };
}

async function setUpItems(items: SetupItem[]): Promise<{ isReady: boolean; lines: string[] }> {
  const lines: string[] = [];
  const isReady = await setUp(items, (line) => lines.push(line));
  return { isReady, lines: lines.map((line) => line.replace(/\(\d+\.\d s\)/, '(0.0 s)')) };
}

test('setUp names what it prepared when all is there', { skip: !isDebian && 'needs Debian' }, async () => {
  const { isReady, lines } = await setUpItems([item('shop@1'), item('shop@2')]);
  assert.deepEqual(lines, [
    'All 1 Debian packages are installed.',
    'shop@1: ready, node 24.21.0 (0.0 s)',
    'shop@2: ready, node 24.21.0 (0.0 s)',
  ]);
  assert.equal(isReady, true);
});

test('setUp goes on when one item lacks something and one has a wrong lock', async () => {
  const { isReady, lines } = await setUpItems([
    item('a', { prepare: async () => ({ missing: 'no Java 25' }) }),
    item('b', { prepare: () => Promise.reject(new Error('go.mod: names no exact Go.')) }),
    item('c', { debianPackages: () => listedPackages([{ path: 'debian-packages.txt', text: 'a b' }]) }),
    item('d'),
  ]);
  assert.equal(isReady, false);
  assert.deepEqual(lines.filter((line) => /^[abcd]:/.test(line)).sort(), [
    'a: missing: no Java 25',
    'b: go.mod: names no exact Go.',
    'c: debian-packages.txt: "a b" is no name of a package. Write one name a line.',
    'd: ready, node 24.21.0 (0.0 s)',
  ]);
});

test('setUp names an optional item that the machine lacks, and is ready all the same', async () => {
  const { isReady, lines } = await setUpItems([
    item('python@3.13', { optional: true, prepare: async () => ({ missing: 'no Python 3.13' }) }),
    item('python@3.11'),
  ]);
  assert.equal(isReady, true);
  assert.ok(lines.includes('python@3.13: optional, missing: no Python 3.13'), lines.join('\n'));
});

test(
  'setUp installs what is missing and names a package that Debian does not have',
  { skip: !(isDebian && isRoot) && 'needs root on Debian' },
  async (context) => {
    // dpkg wants programs of root, which not every PATH has.
    const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
    const purge = () => promisify(execFile)('dpkg', ['--purge', 'hello'], { env });
    await purge();
    context.after(purge);
    const { isReady, lines } = await setUpItems([
      item('shop', { debianPackages: () => ['hello', 'no-such-package'] }),
    ]);
    assert.equal(isReady, false);
    const { hello } = await installedVersions(['hello']);
    assert.ok(hello, lines.join('\n'));
    assert.ok(
      lines.includes('Debian has no package "no-such-package". Correct the environment that needs it.'),
    );
  },
);
