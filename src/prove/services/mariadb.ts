import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { findProgram, findServer } from './program.ts';
import type { Service } from './types.ts';

/** MariaDB, as the machine has it: the user and the database "app", and "root" without a password. */
export const mariadb: Service = {
  debianPackages: () => ['mariadb-server'],
  async prepare(wanted, cache) {
    const found = await findServer('mariadbd', /\bVer (\d[\d.]*)/, wanted);
    if ('missing' in found) return found;
    const install = await findProgram('mariadb-install-db');
    if (!install) return { missing: 'no mariadb-install-db was found on PATH' };
    const command = [
      `${install} --no-defaults --datadir="$DATA" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve`,
      `${found.path} --no-defaults --datadir="$DATA" --bootstrap ${SMALL} <<'END'\n${SQL}END`,
    ].join(' && ');
    const key = createHash('sha256').update(`${found.version}\n${command}`).digest('hex').slice(0, 12);
    return {
      id: 'mariadb',
      version: found.version,
      port: 3306,
      environment: (port) => ({
        MYSQL_URL: `mysql://app:app@127.0.0.1:${port}/app`,
        MYSQL_HOST: '127.0.0.1',
        MYSQL_TCP_PORT: `${port}`,
        MYSQL_USER: 'app',
        MYSQL_PWD: 'app',
        MYSQL_DATABASE: 'app',
      }),
      paths: [],
      folders: [found.path],
      template: { folder: join(cache, 'services', `mariadb-${found.version}-${key}`), command },
      server: ({ data, port }) => ({
        command: [
          found.path,
          '--no-defaults',
          `--datadir=${data}`,
          `--tmpdir=${data}`,
          `--socket=${data}/mariadbd.sock`,
          `--pid-file=${data}/mariadbd.pid`,
          `--port=${port}`,
          '--bind-address=127.0.0.1',
          '--innodb-flush-log-at-trx-commit=0',
          ...SMALL.split(' '),
        ],
      }),
      protocol: 'mysql',
    };
  },
};

/** A server for a few rows. Without native I/O it needs no share of a number that the whole machine has. */
const SMALL =
  '--innodb-buffer-pool-size=16M --innodb-log-file-size=8M --innodb-use-native-aio=0 --aria-pagecache-buffer-size=8M --key-buffer-size=8M';

const SQL = `FLUSH PRIVILEGES;
DELETE FROM mysql.global_priv WHERE User = '';
CREATE DATABASE app;
CREATE USER app IDENTIFIED BY 'app';
GRANT ALL PRIVILEGES ON app.* TO app;
FLUSH PRIVILEGES;
`;
