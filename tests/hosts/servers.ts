import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveSite } from '../../src/site/serve.ts';

/** A server of a built site that stands under `/errors/`; `origin` is without a slash at its end. */
export type Running = { origin: string; stop(): Promise<void> };
export type Server = {
  name: string;
  /** The program, where this machine has it; absent for the project's own. */
  program?: string | undefined;
  /**
   * @param project its folder, with the built site in dist/
   * @param brotli nginx's module for files that the build has compressed with Brotli
   */
  start(project: string, brotli?: string): Promise<Running>;
};

const find = (...paths: string[]) => paths.find((path) => existsSync(path)) ?? '';
const nginxProgram = find('/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx');
const apacheProgram = find('/usr/sbin/apache2', '/usr/sbin/httpd');

export const servers: Server[] = [
  {
    name: 'npm start',
    async start(project) {
      const { server, url } = await serveSite(join(project, 'dist'), '/errors/', '127.0.0.1', 0);
      const stop = async () => {
        server.close();
        server.closeAllConnections();
      };
      return { origin: new URL(url).origin, stop };
    },
  },
  {
    name: 'nginx',
    program: nginxProgram,
    async start(project, brotli) {
      const { folder, port, files } = await prepare(project, 'nginx');
      const own = files['tracebook.conf']!.replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('  listen [::]:80;\n', '')
        .replace(/^ {2}root .*$/m, `  root "${folder}/www";`)
        .replace('  gzip_static on;', brotli ? '  brotli_static on;\n$&' : '$&');
      await writeFile(join(folder, 'tracebook.conf'), own);
      const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      const paths = folders.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n');
      await writeFile(
        join(folder, 'nginx.conf'),
        `${brotli ? `load_module ${brotli};\n` : ''}daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/log warn;\nevents {}\nhttp {\naccess_log off;\n${paths}\ninclude ${folder}/tracebook.conf;\n}\n`,
      );
      return run(nginxProgram, ['-p', folder, '-c', join(folder, 'nginx.conf')], folder, port);
    },
  },
  {
    name: 'Apache',
    program: apacheProgram,
    async start(project) {
      const { folder, port, files } = await prepare(project, 'apache');
      await writeFile(join(folder, 'www/errors/.htaccess'), files['.htaccess']!);
      await writeFile(join(folder, 'httpd.conf'), apacheConfig(folder, port));
      return run(apacheProgram, ['-X', '-f', join(folder, 'httpd.conf')], folder, port);
    },
  },
];

/** Apache without anything of the machine's own settings. */
function apacheConfig(folder: string, port: number): string {
  const root = find('/usr/lib/apache2/modules', '/usr/lib/httpd/modules');
  const names = [
    'mpm_event',
    'unixd',
    'authz_core',
    'alias',
    'deflate',
    'filter',
    'dir',
    'headers',
    'mime',
    'rewrite',
  ];
  // Some are part of the program itself.
  const modules = names.filter((name) => existsSync(`${root}/mod_${name}.so`));
  const lines = [
    'ServerName localhost',
    `ServerRoot ${folder}`,
    `PidFile ${folder}/pid`,
    `ErrorLog ${folder}/log`,
    `Mutex file:${folder}`,
    `Listen 127.0.0.1:${port}`,
    ...modules.map((name) => `LoadModule ${name}_module ${root}/mod_${name}.so`),
    // It refuses to serve as root.
    ...(process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : []),
    'TypesConfig /dev/null',
    `DocumentRoot ${folder}/www`,
    `<Directory ${folder}/www>`,
    'AllowOverride All',
    'Require all granted',
    '</Directory>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A folder of its own with the site in `www/errors/`, a free port, and what `tracebook hosts` says for a host. */
async function prepare(project: string, host: string) {
  const folder = await mkdtemp(join(tmpdir(), `tracebook-${host}-`));
  await cp(join(project, 'dist'), join(folder, 'www/errors'), { recursive: true });
  await mkdir(join(folder, 'files'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(project, 'src/cli.ts'), 'hosts', host, '--write', join(folder, 'files')],
    { cwd: project },
  );
  const files: Record<string, string> = {};
  for (const path of stdout.trim().split('\n'))
    files[path.slice(join(folder, 'files').length + 1)] = await readFile(path, 'utf8');
  // A server that drops root's rights must read it.
  await promisify(execFile)('chmod', ['-R', 'a+rX', folder]);
  const port = await freePort();
  return { folder, port, files };
}

async function run(program: string, args: string[], folder: string, port: number): Promise<Running> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) {
      child.kill();
      const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
      throw new Error(`${program} does not serve.\n${output}${log}`);
    }
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { origin, stop: () => stop(child, folder) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const closed = once(child, 'close');
  child.kill();
  await closed;
  await rm(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
