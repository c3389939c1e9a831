import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cause } from '../guide/read.ts';
import type { Proof } from '../guide/schema.ts';

/** Writes what a proof found beside the cause: trace.txt and proof.json. */
export async function record(cause: Cause, trace: string, proof: Proof): Promise<void> {
  await writeFile(join(cause.dir, 'trace.txt'), trace);
  await writeFile(join(cause.dir, 'proof.json'), `${JSON.stringify(proof, null, 2)}\n`);
}
