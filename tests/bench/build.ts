import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../../src/guide/content.ts';
import { contentIds } from '../../src/guide/ids.ts';
import { runSettings } from '../../src/guide/layers.ts';
import { hashBytes, proofInputs } from '../../src/guide/proof-inputs.ts';
import { tracesOf } from '../../src/guide/records.ts';
import { projectRoot } from '../../src/site/project.ts';
import { temporaryProject } from '../guide/project.ts';

/** Copies of the largest guide; each has error names of its own, so that each trace has one guide. */
const guides = Number(process.env['BENCH_GUIDES'] ?? 1000);
const model = join('celery', 'worker-lost-error');

/** Builds a site of many guides twice, cold and with a warm cache, in a project of its own. */
export async function run(): Promise<void> {
  const root = await temporaryProject();
  try {
    await rm(join(root, 'content'), { recursive: true });
    await writeContent(join(root, 'content'));
    for (const kind of ['cold', 'warm']) {
      const { seconds, megabytes } = await build(root);
      const rate = (guides / seconds).toFixed(0);
      console.log(
        `${kind}: ${guides} guides in ${seconds.toFixed(1)} s, ${rate} guides/s, ${megabytes} MB at most`,
      );
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function writeContent(dir: string): Promise<void> {
  const from = join(projectRoot, 'content');
  const site = await readFile(join(from, 'site.yaml'), 'utf8');
  await mkdir(dir);
  // Pictures are drawn once for a text, and would be all that a cold build is measured by.
  await writeFile(join(dir, 'site.yaml'), `${site.replace(/^socialCards:.*$/m, '')}\nsocialCards: false\n`);
  for (const name of ['framework.yaml', 'environments']) {
    await cp(join(from, 'celery', name), join(dir, 'celery', name), { recursive: true });
  }
  for (let i = 0; i < guides; i++) {
    await cp(join(from, model), join(dir, 'celery', `worker-lost-error-${i}`), { recursive: true });
  }
  const { content } = readContent(dir);
  for (const [i, guide] of content.guides.entries()) {
    const rename = (text: string) =>
      text
        .replaceAll('WorkerLostError', `Worker${i}LostError`)
        .replaceAll('TimeLimitExceeded', `Time${i}LimitExceeded`)
        .replaceAll('prematurely', `prematurely${i}`)
        .replace(/^related:.*\n(?:(?: |- ).*\n)*/m, '');
    for (const file of [
      join(guide.dir, 'guide.mdx'),
      ...guide.causes.flatMap((cause) => [
        join(cause.dir, 'cause.mdx'),
        ...tracesOf(cause).map((record) => join(record.dir, 'trace.txt')),
      ]),
    ]) {
      await writeFile(file, rename(await readFile(file, 'utf8')));
    }
  }
  const renamed = readContent(dir).content;
  for (const guide of renamed.guides) {
    for (const cause of guide.causes) {
      for (const { environment, dir, trace, proof } of tracesOf(cause)) {
        const place = guide.framework.environments.find(({ id }) => id === environment)!;
        const settings = runSettings(guide, cause, place);
        if ('missing' in settings) throw new Error(`${guide.id} has no commands`);
        const inputs = proofInputs(guide, cause, place, settings);
        await writeFile(
          join(dir, 'proof.json'),
          JSON.stringify({ ...proof, trace: hashBytes(trace), inputs }),
        );
      }
    }
  }
  await writeFile(join(dir, 'ids.txt'), [...contentIds(renamed)].join('\n'));
}

function build(root: string): Promise<{ seconds: number; megabytes: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(
      '/usr/bin/env',
      ['time', '-f', '%M', process.execPath, join(root, 'src', 'cli.ts'), 'build'],
      { cwd: root },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(output));
      const kilobytes = Number(/(\d+)\s*$/.exec(output)?.[1] ?? 0);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes: Math.round(kilobytes / 1024) });
    });
  });
}
