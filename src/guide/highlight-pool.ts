import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeFile } from '../files/code-file.ts';
import type { Block } from './highlight.ts';

type Highlight = (blocks: Block[]) => Promise<string[][]>;

/**
 * A highlighter that spreads its calls over worker threads; they start with the first call.
 * @returns the highlighter, and the function that ends its workers
 */
export function highlightPool(): { highlight: Highlight; close: () => Promise<void> } {
  const waiting = new Map<
    number,
    { resolve: (lines: string[][]) => void; reject: (error: unknown) => void }
  >();
  let workers: Worker[] | undefined;
  let next = 0;

  function start(): Worker {
    const worker = new Worker(codeFile(import.meta, 'highlight-worker'));
    worker.on('message', ({ id, lines, error }: { id: number; lines?: string[][]; error?: unknown }) => {
      if (lines) waiting.get(id)?.resolve(lines);
      else waiting.get(id)?.reject(error);
      waiting.delete(id);
    });
    worker.on('error', (error) => waiting.forEach(({ reject }) => reject(error)));
    return worker;
  }

  return {
    highlight: (blocks) =>
      new Promise((resolve, reject) => {
        workers ??= Array.from({ length: availableParallelism() }, start);
        const id = next++;
        waiting.set(id, { resolve, reject });
        workers[id % workers.length]!.postMessage({ id, blocks });
      }),
    close: async () => {
      await Promise.all((workers ?? []).map((worker) => worker.terminate()));
    },
  };
}
