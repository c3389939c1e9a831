import { go } from './go.ts';
import { java } from './java.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';
import type { Runtime } from './types.ts';

/** The runtimes that `framework.yaml` can name. A new one is a file and a line here. */
export const runtimes: Record<string, Runtime> = { go, java, node, python, rust };
