import { readFileSink } from 'node:fs';

readFileSink('a');
