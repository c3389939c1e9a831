import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeFile } from '../files/code-file.ts';

/** Compiled guides to be written, by the files that hold them, and where to. */
export type GuideFilesJob = { compiled: string[]; outDir: string };

/**
 * Writes what stands beside the pages of guides: Markdown twins and files that pages link to. Worker threads do it.
 * @param compiled the files of the cache that hold the compiled guides
 * @param outDir the built site
 * @returns how many files were written
 */
export async function writeGuideFiles(compiled: string[], outDir: string): Promise<number> {
  const count = Math.max(1, Math.min(availableParallelism(), compiled.length));
  const parts = Array.from({ length: count }, (_, i) => compiled.filter((_, at) => at % count === i));
  const written = await Promise.all(parts.map((part) => writePart({ compiled: part, outDir })));
  return written.reduce((sum, files) => sum + files, 0);
}

function writePart(workerData: GuideFilesJob): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(codeFile(import.meta, 'write-guide-files-worker'), { workerData });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}
