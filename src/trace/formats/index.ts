import type { Format } from '../format.ts';
import { bare } from './bare.ts';
import { java } from './java.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';

/** Every format; where two could read a line, the first does. `bare` takes what no other wants. */
export const formats: Format[] = [python, java, node, rust, bare];
