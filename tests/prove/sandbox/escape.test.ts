import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { triedFences, openSandbox, processesWith } from './sandbox.ts';

/** Ways for a process to get away from the one that started it. */
const escapes: Record<string, (sleep: string) => string> = {
  'leaves its group': (sleep) => `setsid ${sleep} &`,
  'clears its environment': (sleep) => `(env -i setsid ${sleep} &)`,
  'forks twice': (sleep) => `perl -MPOSIX -e 'fork and exit; setsid; fork and exit; exec @ARGV' ${sleep}`,
  'ignores all signals': (sleep) => `(trap "" HUP INT TERM QUIT; exec setsid ${sleep}) &`,
  'is stopped': (sleep) =>
    `setsid ${sleep} & until [ "$(cat /proc/$!/comm)" = sleep ]; do :; done; kill -STOP $!`,
};

let count = 0;
for (const mode of triedFences) {
  for (const [what, escape] of Object.entries(escapes)) {
    test(`a process that ${what} ends with its run in the fence "${mode}"`, async (context) => {
      const sandbox = await openSandbox(context, mode);
      if (!sandbox) return;
      const sleep = `sleep 5173.${process.pid}${++count}`;
      const { output } = await sandbox.sh(
        `exec 3>&1 >/dev/null 2>&1; ${escape(sleep)}\nuntil pgrep -x sleep; do :; done; echo runs >&3`,
      );
      assert.equal(output, 'runs\n');
      assert.deepEqual(await processesWith(sleep.replace(' ', '\0')), []);
    });
  }

  test(`nothing outside of a run's folders can be written in the fence "${mode}"`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const name = `escaped-${process.pid}-${mode}`;
    const folders = [
      '/',
      '/usr',
      '/etc',
      '/var',
      '/opt',
      '/run',
      '/home',
      '/dev',
      '/tmp',
      '/var/tmp',
      '/dev/shm',
      homedir(),
      tmpdir(),
      process.cwd(),
    ];
    await sandbox.sh(folders.map((folder) => `echo x > "${join(folder, name)}"`).join('; '));
    assert.deepEqual(
      folders.filter((folder) => existsSync(join(folder, name))),
      [],
    );
    const { output } = await sandbox.sh(
      'mount -o remount,rw /usr || umount -l /usr || unshare -Urm mount -o remount,rw /usr; echo x > /usr/x || chroot / true || echo refused',
    );
    assert.match(output, /refused\n$/);
  });

  test(`no folder of the user, of the project or of another run is seen in the fence "${mode}"`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const other = sandbox.sh('echo there > "/tmp/other"; sleep 2; ls /tmp');
    const { output } = await sandbox.sh(
      `sleep 0.5; ls -A /tmp /home/app "${homedir()}" "${process.cwd()}" 2>/dev/null; true`,
    );
    assert.deepEqual(
      output.split('\n').filter((line) => line && !line.endsWith(':')),
      [],
    );
    assert.equal((await other).output, 'other\n');
  });

  test(`other processes and their environments cannot be read in the fence "${mode}"`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const parent = `/proc/${process.pid}/environ`;
    const { output } = await sandbox.sh(
      `cat ${parent} /proc/$PPID/environ /proc/1/environ /proc/1/root/etc/shadow 2>/dev/null; ls /proc | grep -c '^[0-9]'`,
    );
    assert.match(output, /^\d\n$/);
  });

  test(`a run has no rights of root in the fence "${mode}"`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const { output } = await sandbox.sh(
      'id -un; grep -E "^(CapEff|CapBnd|NoNewPrivs)" /proc/self/status; cat /etc/shadow 2>/dev/null; echo 1 2>/dev/null >/proc/sys/vm/drop_caches',
    );
    assert.match(output, /^app\nCapEff:\t0+\n/);
    assert.match(output, /NoNewPrivs:\t1/);
    // In the test of an ordinary user's fence, root still owns that file.
    if (mode === 'root' || process.getuid?.() !== 0) assert.doesNotMatch(output, /root:/);
  });
}

test('a run reaches its own loopback and no other address', async (context) => {
  const server = createServer((socket) => socket.on('error', () => {}).end('outside')).listen(0, '0.0.0.0');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const own = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === 'IPv4')?.address;
  const connect = (host: string) =>
    `perl -MIO::Socket::INET -e 'print IO::Socket::INET->new("${host}:${port}") ? "reached\\n" : "refused: $!\\n"'`;
  const command = ['127.0.0.1', ...(own ? [own] : [])].map(connect).join('; ');

  const open = await openSandbox(context, 'none');
  assert.equal((await open!.sh(command)).output.replaceAll('reached\n', ''), '');
  for (const mode of triedFences) {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const { output } = await sandbox.sh(command);
    assert.equal(output, `refused: Connection refused\n${own ? 'refused: Network is unreachable\n' : ''}`);
    const listen = `perl -MIO::Socket::INET -e '
      $s = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1", LocalPort => 5432) or die;
      if (!fork) { IO::Socket::INET->new("localhost:5432") or die; exit }
      $s->accept and print "accepted\\n"'`;
    assert.equal((await sandbox.sh(listen)).output, 'accepted\n');
    assert.equal(
      (await sandbox.sh(`python3 -c 'import socket; socket.getaddrinfo("example.org", 80)'`)).exit,
      1,
    );
  }
});
