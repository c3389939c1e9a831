import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { modes, openSandbox, processesWith } from './sandbox.ts';

for (const mode of modes) {
  test(`a run in the fence "${mode}" returns its exit code and both outputs in their order`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const { exit, output } = await sandbox.sh('echo one; echo two >&2; echo three; exit 3');
    assert.deepEqual({ exit, output }, { exit: 3, output: 'one\ntwo\nthree\n' });
  });

  test(`a run in the fence "${mode}" returns a signal as a shell does`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (sandbox) assert.equal((await sandbox.sh('kill -SEGV $$')).exit, 128 + 11);
  });

  test(`a run in the fence "${mode}" sees the variables that are declared and no others`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    process.env['SECRET_OF_THE_MACHINE'] = 'x';
    const tools = { environment: { PATH: '/usr/bin:/bin', FROM_TOOLS: "it's" }, paths: [] };
    const { output } = await sandbox.sh('env', {}, { tools, environment: { SHOP: 'two\nlines' } });
    const names = [...output.matchAll(/^(\w+)=/gm)].map(([, name]) => name!);
    // The shell adds PWD and the like. The mark finds processes that left the group where nothing else does.
    const own = names.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_', 'TRACEBOOK_SESSION'].includes(name));
    assert.deepEqual(own.sort(), [
      'FROM_TOOLS',
      'HOME',
      'LANG',
      'LOGNAME',
      'PATH',
      'SHOP',
      'TMPDIR',
      'TZ',
      'USER',
    ]);
    assert.match(output, /^FROM_TOOLS=it's$/m);
    assert.match(output, /^SHOP=two\nlines$/m);
  });

  test(`a run in the fence "${mode}" starts in a folder with its files, a home and a place for temporary ones`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const files = [{ path: 'a/b c.txt', text: 'text\n' }];
    const command =
      'cat "a/b c.txt"; pwd; for d in . "$HOME" "$TMPDIR"; do echo x > "$d/new" && ls "$d"; done; echo "$HOME $TMPDIR"';
    const { exit, output, paths } = await sandbox.sh(command, {}, { files });
    const named = paths.reduce((text, [path, name]) => text.replaceAll(path, name), output);
    assert.equal(named, 'text\n/app\na\nnew\nnew\nnew\n/home/app /tmp\n');
    assert.equal(exit, 0);
  });

  test(`a run in the fence "${mode}" is stopped when it takes too long`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const start = performance.now();
    const { exit, output, stopped } = await sandbox.sh('echo begun; sleep 60', { seconds: 0.3 });
    assert.deepEqual({ exit, output, stopped }, { exit: 137, output: 'begun\n', stopped: 'time' });
    assert.ok(performance.now() - start < 15_000);
  });

  test(`a run in the fence "${mode}" is stopped when it prints too much, and the rest is thrown away`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const { output, stopped } = await sandbox.sh('yes');
    assert.equal(stopped, 'output');
    assert.equal(output.length, 10_000);
  });

  test(`a run in the fence "${mode}" is stopped when its files take too much room`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const fill = 'while :; do head -c 4000000 /dev/zero >> "$TMPDIR/big"; sleep 0.02; done';
    const { stopped } = await sandbox.sh(fill, { folderBytes: 20_000_000 });
    assert.equal(stopped, 'folder');
  });

  test(`a run in the fence "${mode}" that takes more memory than its limit is killed by the kernel`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    if (sandbox.fence.memory !== true) return context.skip(sandbox.fence.memory);
    const greedy = `exec "${process.execPath}" -e 'const a = []; for (;;) a.push(Buffer.alloc(1048576, 1))'`;
    const tools = { environment: {}, paths: [[dirname(process.execPath), '/node']] as [string, string][] };
    const { exit, stopped } = await sandbox.sh(greedy, { megabytes: 64 }, { tools });
    assert.equal(exit, 128 + 9);
    assert.equal(stopped, undefined);
    assert.equal((await sandbox.sh('echo small', { megabytes: 64 })).output, 'small\n');
  });

  test(`a run in the fence "${mode}" gets only so many processes`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    // Outside of namespaces and control groups, all processes of the user count.
    if (mode === 'none' && sandbox.fence.memory !== true) return context.skip(sandbox.fence.memory);
    const count = `perl -e '$n = 1; while (defined($p = fork)) { if (!$p) { sleep 60; exit } $n++ } print $n'`;
    const { output } = await sandbox.sh(count, { processes: 40 });
    assert.ok(Number(output) > 20 && Number(output) <= 40, output);
  });

  test(`a fork bomb in the fence "${mode}" ends with its run`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    if (mode === 'none' && sandbox.fence.memory !== true) return context.skip(sandbox.fence.memory);
    const bomb = `bomb() { sh -c ': forkbomb5173; sleep 30' & bomb & bomb; }; bomb`;
    const start = performance.now();
    await sandbox.sh(bomb, { seconds: 2, processes: 60 });
    assert.ok(performance.now() - start < 20_000);
    assert.deepEqual(await processesWith('forkbomb5173'), []);
  });

  test(`a run in the fence "${mode}" reads the folders of its tools, and changes only copies`, async (context) => {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const parent = await mkdtemp(join(tmpdir(), 'tracebook-test-'));
    context.after(() => rm(parent, { recursive: true }));
    const [installed, from] = [join(parent, 'installed'), join(parent, 'linked')];
    await mkdir(installed);
    await writeFile(join(installed, 'module.txt'), 'kept\n');
    await symlink(installed, from);
    const tools = {
      environment: {},
      paths: [] as [string, string][],
      mounts: {
        'app/node_modules': { from, mode: 'link' },
        'home/.m2/repository': { from: installed, mode: 'copy' },
      } as const,
    };
    const command =
      'cat node_modules/module.txt; echo changed > "$HOME/.m2/repository/module.txt"; cat "$HOME/.m2/repository/module.txt"';
    const { output } = await sandbox.sh(command, {}, { tools });
    assert.equal(output, 'kept\nchanged\n');
    await sandbox.sh('echo lost > node_modules/module.txt', {}, { tools });
    if (mode !== 'none') assert.equal(await readFile(join(installed, 'module.txt'), 'utf8'), 'kept\n');
  });
}
