import { cpSync, existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../src/guide/content.ts';
import { projectRoot } from '../../src/site/project.ts';
import { setField } from '../guide/edits/edit-files.ts';
import { temporaryProject } from '../guide/project.ts';
import { mustBuild } from '../guide/run-build.ts';
import { servers } from '../hosts/servers.ts';
import { CONNECTIONS, measureLoad, SECONDS } from './serve/measure-load.ts';

/** Where Debian puts nginx's module for files compressed with Brotli. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const codings = { br: 'br', gzip: 'gzip', plain: 'identity' };

/**
 * Serves the project's own site on the loopback address, by nginx with what `tracebook hosts nginx` prints, and asks for
 * one file after the other for a few seconds each. Prints requests a second, and the time in which 99 of 100 were answered.
 */
export async function run({ runs = 1 }: { runs?: number } = {}): Promise<void> {
  const nginx = servers.find(({ name }) => name === 'nginx')!;
  if (!nginx.program)
    return console.log('nginx is missing. Install it with "node tests/hosts/install-servers.ts".');
  const hasBrotli = existsSync(brotliModule);
  if (!hasBrotli) console.log(`br is left out: nginx has no ${brotliModule}. Install its package.`);
  const project = await temporaryProject();
  try {
    const content = join(project, 'content');
    rmSync(content, { recursive: true });
    cpSync(join(projectRoot, 'content'), content, { recursive: true });
    setField(join(content, 'site.yaml'), 'url', 'https://tracebook.example/errors/');
    setField(join(content, 'site.yaml'), 'socialCards', 'false');
    setField(join(content, 'site.yaml'), 'compress', 'true');
    await mustBuild(project);
    const [guide] = readContent(content).content.guides;
    const files = {
      'guide page': `/errors/guides/${guide!.id}/`,
      'home page': '/errors/',
      'match index': '/errors/match/index.json',
    };
    console.log(
      `nginx, one process, and the client, on ${availableParallelism()} cores; ${CONNECTIONS} connections, ${SECONDS} s each\n`,
    );
    const { origin, stop } = await nginx.start(project, hasBrotli ? brotliModule : undefined);
    try {
      console.log(header);
      for (let round = 0; round < runs; round++) {
        for (const [name, path] of Object.entries(files)) {
          for (const [coding, accepted] of Object.entries(codings)) {
            if (coding === 'br' && !hasBrotli) continue;
            const load = await measureLoad(`${origin}${path}`, accepted);
            const cells = [String(load.bytes), load.requests.toFixed(0), load.p99.toFixed(1)];
            console.log(row(name, coding, cells));
          }
        }
      }
    } finally {
      await stop();
    }
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

const row = (name: string, coding: string, cells: string[]) =>
  `  ${name.padEnd(13)}${coding.padEnd(8)}${cells.map((cell) => cell.padStart(12)).join('')}`;
const header = row('file', 'coding', ['bytes', 'requests/s', 'p99 in ms']);
