import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeFile } from '../files/code-file.ts';
import type { Hit, MatchIndex } from '../match/types.ts';
import type { Scan } from '../match/scan.ts';
import { findErrors } from './find-errors.ts';
import { reasonOf } from './read-error.ts';

/** What was found in a file, or why it cannot be read. */
export type Outcome = { scan: Scan } | { reason: string };
/** What is read in a worker, and how: its `workerData`. */
export type ReadOptions = { index: MatchIndex; minConfidence: Hit['confidence'] };

/** Less is read before a worker has started. */
const MIN_BYTES = 4_000_000;
/** So many files for each worker are read before the first of them was told. */
const AHEAD = 4;

/** Reads files, large ones on all cores; gives what each holds in the order of the files. */
export async function* readLogs(files: string[], options: ReadOptions): AsyncGenerator<Outcome> {
  const count = Math.min(availableParallelism(), files.length);
  if (count < 2 || !(await areLarge(files))) {
    for (const file of files) yield await readFile(file, options);
    return;
  }
  const pool = new LogWorkers(count, options);
  try {
    const outcomes: Promise<Outcome>[] = [];
    for (let told = 0; told < files.length; told++) {
      while (outcomes.length < Math.min(files.length, told + count * AHEAD))
        outcomes.push(pool.read(files[outcomes.length] as string));
      yield await (outcomes[told] as Promise<Outcome>);
      delete outcomes[told];
    }
  } finally {
    await pool.close();
  }
}

/** Reads one file; never throws. */
export const readFile = (file: string, options: ReadOptions): Promise<Outcome> =>
  readLog(() => createReadStream(file), options);

/** Reads what `open` opens; never throws. */
export async function readLog(
  open: () => AsyncIterable<Buffer>,
  { index, minConfidence }: ReadOptions,
): Promise<Outcome> {
  try {
    return { scan: await findErrors(open(), { index }, { minConfidence }) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

class LogWorkers {
  readonly #options: ReadOptions;
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  readonly #all = new Set<Worker>();

  constructor(count: number, options: ReadOptions) {
    this.#options = options;
    for (let index = 0; index < count; index++) this.#idle.push(this.#start());
  }

  async read(file: string): Promise<Outcome> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((resolve) => this.#waiting.push(resolve)));
    const [outcome, isAlive] = await ask(worker, file);
    if (!isAlive) this.#all.delete(worker);
    const free = isAlive ? worker : this.#start();
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(free);
    else next(free);
    return outcome;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(codeFile(import.meta, 'read-logs-worker'), {
      workerData: this.#options,
    });
    this.#all.add(worker);
    return worker;
  }
}

/** What a worker answers, and whether it is alive: one that has no memory left ends. */
const ask = (worker: Worker, file: string) =>
  new Promise<[Outcome, isAlive: boolean]>((resolve) => {
    const answer = (outcome: Outcome) => settle([outcome, true]);
    const fail = (error: unknown) => settle([{ reason: reasonOf(error) }, false]);
    const settle = (settled: [Outcome, isAlive: boolean]) => {
      worker.off('message', answer).off('error', fail);
      resolve(settled);
    };
    worker.on('message', answer).on('error', fail);
    worker.postMessage(file);
  });

async function areLarge(files: string[]): Promise<boolean> {
  let bytes = 0;
  for (const file of files) {
    bytes += (await stat(file).catch(() => undefined))?.size ?? 0;
    if (bytes >= MIN_BYTES) return true;
  }
  return false;
}
