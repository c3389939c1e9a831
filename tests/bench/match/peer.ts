import { parentPort, workerData } from 'node:worker_threads';
import { load } from './parsers.ts';

/** Runs one parser over texts in a thread of its own, which whoever started it may end. */
const { name, texts } = workerData as { name: string; texts: string[] };
const parser = await load(name);
const start = process.hrtime.bigint();
const answers = texts.map((text) => {
  try {
    return parser(text);
  } catch {
    // Some throw at what they cannot read: that is no answer.
    return undefined;
  }
});
parentPort?.postMessage({ answers, milliseconds: Number(process.hrtime.bigint() - start) / 1e6 });
