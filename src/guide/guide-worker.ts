import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Request } from './guide-pool.ts';
import { guideWork } from './guide-work.ts';
import type { GuideSettings } from './read-whole-guide.ts';

const work = guideWork(workerData as GuideSettings);

/** Answers each `{ id, step, input }` with `{ id, result }`, or `{ id, error }`. */
parentPort!.on('message', async ({ id, step, input }: Request) => {
  parentPort!.postMessage(await answer(id, step, input));
});

async function answer(id: number, step: Request['step'], input: unknown): Promise<Answer> {
  try {
    return { id, result: await work[step](input as never) };
  } catch (error) {
    // A copy of an error between threads has no code and no path, which say what went wrong with a file.
    const { name, message, stack } = error as Error;
    return { id, error: { ...(error as object), name, message, stack } };
  }
}
