import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mountsBelow, readMounts, readOnlyOptions } from '../../../src/prove/sandbox/mount-table.ts';
import { toolFolders } from '../../../src/prove/sandbox/visible.ts';

const mountinfo = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 27 0:28 / /opt/my\\040tools rw,nosuid,nodev,noatime - tmpfs tmpfs rw
32 31 0:29 / /opt/my\\040tools/cache rw - tmpfs tmpfs rw
33 27 0:30 / /opt/my ro - tmpfs tmpfs rw
`;

test('readMounts reads points with spaces, and readOnlyOptions keeps what an ordinary user must keep', () => {
  const mounts = readMounts(mountinfo);
  assert.deepEqual(
    mounts.map(({ point }) => point),
    ['/proc', '/', '/opt/my tools', '/opt/my tools/cache', '/opt/my'],
  );
  assert.equal(readOnlyOptions(mounts, '/opt/my tools/bin'), 'ro,nosuid,nodev,noatime');
  assert.equal(readOnlyOptions(mounts, '/opt/other'), 'ro,relatime');
  assert.deepEqual(
    mountsBelow(mounts, '/opt/my tools').map(({ point }) => point),
    ['/opt/my tools/cache'],
  );
});

test('toolFolders finds the folders around programs and what links lead to, and no whole home', async (context) => {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'tracebook-test-')));
  context.after(() => rm(parent, { recursive: true }));
  const [real, venv, library] = ['real', 'venv', 'library'].map((name) => join(parent, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [real, venv, library]) await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(join(real, 'bin', 'python'), '');
  await symlink(join(real, 'bin', 'python'), join(venv, 'bin', 'python'));
  await symlink(join(parent, 'nowhere'), join(venv, 'bin', 'broken'));
  const tools = {
    environment: {
      PATH: `${venv}/bin:/usr/bin:/bin`,
      LIBRARY: library,
      FLAG: '-I/x',
      HERE: homedir() + '/no-such-folder',
    },
    paths: [[join(library, 'bin'), '/opt/library']] as [string, string][],
  };
  assert.deepEqual(toolFolders(tools, ['/usr/lib']).sort(), [library, real, venv].sort());
  assert.deepEqual(toolFolders({ environment: { PATH: '/usr/bin' }, paths: [] }, []), []);
});
