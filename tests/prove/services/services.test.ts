import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { StartFailed } from '../../../src/prove/sandbox/errors.ts';
import { sitePlaces } from '../../../src/files/places.ts';
import { startTime } from '../../../src/prove/sandbox/owner.ts';
import { parseService, services } from '../../../src/prove/services/index.ts';
import type { PreparedService } from '../../../src/prove/services/types.ts';
import { projectRoot } from '../../../src/site/project.ts';
import { fences, modes, openSandbox } from '../sandbox/sandbox.ts';
import { isFull, ONLY_FULL } from '../../full.ts';

const cache = join(sitePlaces({}, projectRoot).cache, 'prove');
const ready = join(projectRoot, 'src', 'prove', 'services', 'ready');
const node = `"${process.execPath}" --disable-warning=MODULE_TYPELESS_PACKAGE_JSON`;

/** What a program in the sandbox asks each service, and what it must answer. */
const queries: Record<string, { program?: string; command: string; answer: RegExp }> = {
  postgresql: {
    program: '/usr/bin/psql',
    command: `psql -At -c 'create table t (id int primary key)' -c 'insert into t values (7)' -c 'select id, current_user, current_database() from t'; PGPASSWORD=wrong psql -c 'select 1'`,
    answer: /^7\|app\|app$[^]*password authentication failed for user "app"/m,
  },
  redis: {
    program: '/usr/bin/redis-cli',
    command: 'redis-cli -u "$REDIS_URL" set seven 7; redis-cli -u "$REDIS_URL" get seven',
    answer: /^OK\n7\n$/,
  },
  mariadb: {
    program: '/usr/bin/mariadb',
    command: `mariadb -h "$MYSQL_HOST" -u "$MYSQL_USER" "$MYSQL_DATABASE" -Ne 'create table t (id int primary key); insert into t values (7); select id, database() from t'; mariadb -h "$MYSQL_HOST" -u app -pwrong app`,
    answer: /^7\tapp\n[^]*Access denied for user 'app'@'localhost' \(using password: YES\)/,
  },
  rabbitmq: {
    command: `${node} -e 'import("${ready}/amqp.ts").then(({ checkReady }) => checkReady(new URL(process.env.AMQP_URL).port)).then(() => console.log("opened"))'`,
    answer: /^opened\n$/,
  },
  mongodb: {
    command: `${node} -e 'import("${ready}/mongodb.ts").then(({ checkReady }) => checkReady(new URL(process.env.MONGODB_URL).port)).then(() => console.log("hello"))'`,
    answer: /^hello\n$/,
  },
};

const newest = ['postgresql', 'redis', 'mariadb', 'rabbitmq', 'mongodb'];
const versions = isFull
  ? [...[14, 15, 16, 17, 18].map((major) => `postgresql@${major}`), ...newest.slice(1)]
  : newest;
for (const mode of modes) {
  // How a server is fenced does not depend on its version.
  for (const name of mode === fences[0] ? versions : newest) {
    test(`${name} answers a query in the fence "${mode}" and is gone after the run`, async (context) => {
      const { id, version } = parseService(name);
      const { program, command, answer } = queries[id]!;
      if (id === 'mongodb' && !isFull)
        return context.skip(`it is built from source, which takes a minute: ${ONLY_FULL}`);
      if (program && !existsSync(program)) return context.skip(`needs ${program}`);
      const service = await services[id]!.prepare(version, cache);
      if ('missing' in service) return context.skip(service.missing);
      const sandbox = await openSandbox(context, mode);
      if (!sandbox) return;

      const tools = { environment: { PATH: '/usr/bin:/bin' }, paths: [] };
      const url = Object.keys(service.environment(1)).find((variable) => variable.endsWith('_URL'));
      const { output } = await sandbox.sh(
        `readlink /proc/self/ns/pid; echo "$${url}"; ${command}`,
        { seconds: 60 },
        { services: [service], tools },
      );

      const [namespace, address, ...answers] = output.split('\n');
      assert.match(answers.join('\n'), answer);
      const { port } = new URL(address!.replace(/^\w+/, 'http'));
      assert.equal(Number(port) === service.port, mode !== 'none');
      await assertGone(namespace!, Number(port), mode === 'none');
    });
  }
}

test('two runs at once have a server each', async (context) => {
  const redis = (await services['redis']!.prepare(undefined, cache)) as PreparedService;
  if ('missing' in redis) return context.skip(String(redis.missing));
  for (const mode of modes) {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const count = () =>
      sandbox.sh(
        'redis-cli -u "$REDIS_URL" incr n; sleep 0.5; redis-cli -u "$REDIS_URL" incr n',
        {},
        { services: [redis] },
      );
    const outputs = (await Promise.all([count(), count()])).map(({ output }) => output);
    assert.deepEqual(outputs, ['1\n2\n', '1\n2\n']);
  }
});

test('a server that does not start fails the run, with the end of its log', async (context) => {
  const redis = (await services['redis']!.prepare(undefined, cache)) as PreparedService;
  if ('missing' in redis) return context.skip(String(redis.missing));
  const broken: PreparedService = {
    ...redis,
    server: (place) => ({ command: [...redis.server(place).command, '--no-such-option', '1'] }),
  };
  const absent: PreparedService = { ...redis, server: () => ({ command: ['/usr/bin/no-such-server'] }) };
  const deaf: PreparedService = {
    ...redis,
    server: () => ({ command: ['/bin/sh', '-c', 'echo listening badly; exit 3'] }),
  };
  for (const mode of modes) {
    const sandbox = await openSandbox(context, mode);
    if (!sandbox) return;
    const run = (service: PreparedService) => sandbox.sh('echo begun', {}, { services: [service] });
    const failed = (message: RegExp) => (error: unknown) =>
      error instanceof StartFailed && message.test(error.message);
    await assert.rejects(
      run(broken),
      failed(
        /^redis [\d.]+ could not be started: it ended with exit code 1\. Its log ends:\n[^]*no-such-option/,
      ),
    );
    await assert.rejects(
      run(absent),
      failed(/^redis [\d.]+ could not be started: spawn \/usr\/bin\/no-such-server ENOENT/),
    );
    await assert.rejects(run(deaf), failed(/ended with exit code 3\. Its log ends:\nlistening badly$/));
  }
});

test('a template that cannot be made fails the run, with what was printed', async (context) => {
  const redis = (await services['redis']!.prepare(undefined, cache)) as PreparedService;
  if ('missing' in redis) return context.skip(String(redis.missing));
  const template = {
    folder: join(cache, 'services', `never-${process.pid}`),
    command: 'echo no room; exit 4',
  };
  const sandbox = await openSandbox(context, 'none');
  await assert.rejects(
    sandbox!.sh('echo begun', {}, { services: [{ ...redis, template }] }),
    /^StartFailed|could not be set up: it ended with exit code 4\.\nno room$/,
  );
  assert.equal(existsSync(template.folder), false);
});

test('a version that cannot be had is named as missing', async () => {
  const missing = async (name: string, version: string) => {
    const service = await services[name]!.prepare(version, cache);
    return 'missing' in service ? service.missing : undefined;
  };
  assert.equal(await missing('postgresql', '9'), 'PostgreSQL 9 is not known. Use 14, 15, 16, 17, 18');
  assert.match(
    (await missing('redis', '99'))!,
    /^redis-server 99 was not found, only \d|^no redis-server was found on PATH$/,
  );
  assert.match(
    (await missing('mariadb', '99'))!,
    /^mariadbd 99 was not found, only \d|^no mariadbd was found on PATH$/,
  );
  assert.match(
    (await missing('rabbitmq', '99'))!,
    /^RabbitMQ 99 was not found, only \d|^no RabbitMQ was found in /,
  );
  assert.match((await missing('mongodb', '99'))!, /^FerretDB 99 was not found, only 1\.24\.2$/);
});

/** Nothing runs in a namespace of processes any more, and nothing listens on a port. */
async function assertGone(namespace: string, port: number, isOpen: boolean): Promise<void> {
  if (isOpen) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(undefined)).on('error', resolve);
      socket.on('connect', () => socket.destroy());
    });
    assert.equal(error?.code, 'ECONNREFUSED');
    return;
  }
  // The number of a namespace that is gone may be that of a new one.
  const now = uptime() * TICKS;
  const inside: string[] = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const isInside = await readlink(`/proc/${pid}/ns/pid`).then(
      (link) => link === namespace,
      () => false,
    );
    if (isInside && Number((await startTime(Number(pid))) ?? Infinity) < now - TICKS) inside.push(pid);
  }
  assert.deepEqual(inside, []);
}

/** Of the kernel, a second. */
const TICKS = 100;
