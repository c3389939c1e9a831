import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readCacheFile } from '../guide/cache.ts';
import type { CompiledGuide } from '../guide/compile.ts';
import { guideFiles } from './guide-files.ts';
import type { GuideFilesJob } from './write-guide-files.ts';

const { compiled, outDir } = workerData as GuideFilesJob;
const folders = new Set<string>();
let written = 0;
for (const file of compiled) {
  const guide = (await readCacheFile(file)).value as CompiledGuide;
  write(`guides/${guide.id}.md`, guide.markdown);
  for (const { path, text } of guideFiles(guide)) write(path, text);
}
parentPort!.postMessage(written);

function write(path: string, text: string): void {
  const target = join(outDir, path);
  const folder = dirname(target);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(target, text);
  written++;
}
