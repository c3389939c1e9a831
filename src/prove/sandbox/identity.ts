import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFolder } from './run-folder.ts';

/**
 * The user as whom a run's programs see themselves. It is no user of this machine: Debian gives out ids to 59999, and
 * systemd's begin at 61184.
 */
export const USER_ID = 60713;

/** The host name that a run sees. */
export const HOST_NAME = 'app';

const FILES: Record<string, string> = {
  passwd: `root:x:0:0:root:/root:/bin/sh
app:x:${USER_ID}:${USER_ID}:app:/home/app:/bin/sh
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`,
  group: `root:x:0:\napp:x:${USER_ID}:\nnogroup:x:65534:\n`,
  hosts: `127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n127.0.1.1 ${HOST_NAME}\n`,
  hostname: `${HOST_NAME}\n`,
  // The network ends at loopback, so these are all names there are. A server that cannot be asked would be another error.
  'nsswitch.conf':
    'passwd: files\ngroup: files\nshadow: files\nhosts: files\nservices: files\nprotocols: files\n',
  'resolv.conf': '',
};

/**
 * Writes the files that stand in for the machine's own in /etc, so that a run sees one user and one host.
 * @returns each file, and the path on which it is mounted
 */
export async function writeIdentityFiles(run: RunFolder): Promise<[file: string, path: string][]> {
  const folder = join(run.path, 'etc');
  await mkdir(folder);
  const written = Object.entries(FILES).map(async ([name, text]) => {
    const [file, path] = [join(folder, name), `/etc/${name}`];
    await writeFile(file, text);
    // A file can be mounted only on one that is there.
    const isThere = await lstat(path).then(
      (status) => status.isFile(),
      () => false,
    );
    return isThere ? [[file, path] as [string, string]] : [];
  });
  return (await Promise.all(written)).flat();
}
