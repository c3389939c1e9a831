import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeFile } from '../../files/code-file.ts';
import { THREAD_LIMITS } from '../../files/thread-limits.ts';
import type { PageJob, PageUnit } from './render-page.ts';
import type { RenderWorkerData } from './render-worker.ts';

/** Calls that a worker has waiting, so that it is never without one. */
const WAITING = 2;

/** Renders pages in threads. */
export type RenderPool = {
  /** How many calls are worth making at once. */
  lanes: number;
  /** Renders some pages. @returns their units, in their order */
  render(jobs: PageJob[]): Promise<PageUnit[]>;
  /** Ends the threads. */
  close(): Promise<void>;
};

type Waiting = { resolve: (units: PageUnit[]) => void; reject: (error: unknown) => void };

/** Starts a thread for each core. */
export function renderPool(workerData: RenderWorkerData): RenderPool {
  const waiting = new Map<number, Waiting>();
  let failed: { error: unknown } | undefined;
  let next = 0;
  const workers = Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(codeFile(import.meta, 'render-worker'), {
      workerData,
      resourceLimits: THREAD_LIMITS,
    });
    worker.on('message', ({ id, units }: { id: number; units: PageUnit[] }) => {
      waiting.get(id)!.resolve(units);
      waiting.delete(id);
      entry.jobs--;
    });
    const fail = (error: unknown) => {
      failed ??= { error };
      waiting.forEach(({ reject }) => reject(error));
    };
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`A thread that renders pages ended with ${code}.`)));
    const entry = { worker, jobs: 0 };
    return entry;
  });
  return {
    lanes: WAITING * workers.length,
    render(jobs) {
      if (failed) return Promise.reject(failed.error);
      const free = workers.reduce((best, worker) => (worker.jobs < best.jobs ? worker : best));
      const id = next++;
      free.jobs++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        free.worker.postMessage({ id, jobs });
      });
    },
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}
