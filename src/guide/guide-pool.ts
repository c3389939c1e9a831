import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeFile } from '../files/code-file.ts';
import { THREAD_LIMITS } from '../files/thread-limits.ts';
import type { MatchIndex } from '../match/types.ts';
import { guideWork, type GuidePlace, type GuideWork, type MatchPlace } from './guide-work.ts';
import type { Problem } from './problems.ts';
import type { FrameworkFolder } from './read-framework.ts';
import type { FoundGuide, GuideSettings } from './read-whole-guide.ts';

export type Request = { id: number; step: keyof GuideWork; input: unknown };
export type Answer = { id: number; result?: unknown; error?: object };

/** Guides that a thread must have to do before it is worth starting. */
const WORTH_A_THREAD = 8;
/** Guides that a thread has at a time, so that it never waits for the next one. */
const AHEAD = 2;

/** Reads and matches guides in as many threads as their number is worth; they are ended by `close`. */
export type GuidePool = {
  /** @param onDone is called for each guide that is read */
  read(places: GuidePlace[], onDone: () => void): Promise<FoundGuide[]>;
  match(places: MatchPlace[], index: MatchIndex): Promise<Problem[][]>;
  close(): Promise<void>;
};

/**
 * Makes a pool.
 * @param folders frameworks that are read already
 * @param most threads beside this one; with 0, this one does everything
 */
export function guidePool(
  settings: GuideSettings,
  folders: FrameworkFolder[],
  most = availableParallelism(),
): GuidePool {
  const threads: Thread[] = [];
  let own: GuideWork | undefined;

  /** What does the work for so many guides. */
  function workersFor(count: number): GuideWork[] {
    const wanted = Math.min(most, Math.floor(count / WORTH_A_THREAD));
    if (wanted === 0 && threads.length === 0) return [(own ??= guideWork(settings, folders))];
    while (threads.length < wanted) threads.push(startThread(settings));
    return threads.map(({ work }) => work);
  }

  return {
    read: (places, onDone) =>
      shareOut(places, workersFor(places.length), async (place, worker) => {
        const found = await worker.read(place);
        onDone();
        return found;
      }),
    async match(places, index) {
      if (places.length === 0) return [];
      const workers = workersFor(places.length);
      await Promise.all(workers.map((worker) => worker.setIndex(index)));
      return shareOut(places, workers, (place, worker) => worker.match(place));
    },
    close: async () => {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}

/**
 * Runs an action for each item. Each worker begins with a part of the list that hangs together, since it must learn each
 * language that it meets; when it has done its own part, it takes half of the longest rest.
 */
async function shareOut<Item, Worker, Result>(
  items: Item[],
  workers: Worker[],
  action: (item: Item, worker: Worker) => Promise<Result>,
): Promise<Result[]> {
  const results = Array<Result>(items.length);
  const size = items.length / workers.length;
  const parts = workers.map((_, i) => ({ from: Math.round(i * size), to: Math.round((i + 1) * size) }));

  function next(part: { from: number; to: number }): number | undefined {
    if (part.from === part.to) {
      const longest = parts.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]!;
      const middle = Math.floor((longest.from + longest.to) / 2);
      [part.from, part.to, longest.to] = [middle, longest.to, middle];
    }
    return part.from === part.to ? undefined : part.from++;
  }

  const lane = async (worker: Worker, part: { from: number; to: number }) => {
    for (let at = next(part); at !== undefined; at = next(part))
      results[at] = await action(items[at]!, worker);
  };
  await Promise.all(
    workers.flatMap((worker, i) => Array.from({ length: AHEAD }, () => lane(worker, parts[i]!))),
  );
  return results;
}

type Thread = { work: GuideWork; end(): Promise<unknown> };

function startThread(settings: GuideSettings): Thread {
  const worker = new Worker(codeFile(import.meta, 'guide-worker'), {
    workerData: settings,
    resourceLimits: THREAD_LIMITS,
  });
  const asked = new Map<number, { resolve: (result: never) => void; reject: (error: unknown) => void }>();
  let count = 0;
  worker.on('message', ({ id, result, error }: Answer) => {
    if (error) asked.get(id)?.reject(Object.assign(new Error(), error));
    else asked.get(id)?.resolve(result as never);
    asked.delete(id);
  });
  let failure: unknown;
  worker.on('error', (error) => {
    failure = error;
    asked.forEach(({ reject }) => reject(error));
  });
  const ask = <Result>(step: Request['step'], input: unknown): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      const id = count++;
      asked.set(id, { resolve, reject });
      worker.postMessage({ id, step, input } satisfies Request);
    });
  return {
    work: {
      read: (place) => ask('read', place),
      setIndex: (index) => ask('setIndex', index),
      match: (place) => ask('match', place),
    },
    end: () => worker.terminate(),
  };
}
