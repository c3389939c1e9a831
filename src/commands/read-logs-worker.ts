import { parentPort, workerData } from 'node:worker_threads';
import { readLog } from './read-logs.ts';

// Gets the names of files, and answers with what each holds.
parentPort?.on('message', async (file: string) => parentPort?.postMessage(await readLog(file, workerData)));
