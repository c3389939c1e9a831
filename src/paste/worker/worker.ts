import { makeReader } from './reader.ts';
import type { WorkerRequest } from './protocol.ts';

const read = makeReader((response) => postMessage(response));

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => void read(data));
