import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-logs.ts';

// Gets the names of files, and answers with what each holds.
parentPort?.on('message', async (file: string) => parentPort?.postMessage(await readFile(file, workerData)));
