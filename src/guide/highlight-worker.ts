import { parentPort } from 'node:worker_threads';
import { highlight, type Block } from './highlight.ts';

/** Answers each `{ id, blocks }` with `{ id, lines }`, or `{ id, error }`. */
parentPort!.on('message', async ({ id, blocks }: { id: number; blocks: Block[] }) => {
  try {
    parentPort!.postMessage({ id, lines: await highlight(blocks) });
  } catch (error) {
    parentPort!.postMessage({ id, error });
  }
});
