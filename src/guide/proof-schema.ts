import * as z from 'zod';
import { day } from './schema-fields.ts';

const hash = z.string().regex(/^sha256-[0-9a-f]{64}$/, 'must be a hash such as "sha256-…"');
const outcome = z.strictObject({
  exit: z.int().describe('What the shell said; 128 + n for signal n.'),
  output: z.string().describe('Normalised output, standard output and error as they came.'),
});

/** `recorded/<environment>/proof.json`, written by `npx tracebook prove --update`. */
export const proofSchema = z.strictObject({
  date: day.describe('Day of the run.'),
  versions: z
    .record(z.string(), z.string())
    .describe('Versions of the runtime, the servers and the packages that matter.'),
  commands: z
    .strictObject({ broken: z.string(), fixed: z.string(), test: z.string() })
    .describe('The commands as they were run.'),
  broken: z
    .strictObject({ exit: z.int(), test: outcome })
    .describe('Exit of the program; its output is trace.txt.'),
  fixed: z.strictObject({ exit: z.int(), output: z.string(), test: outcome }),
  trace: hash.describe('SHA-256 of trace.txt.'),
  inputs: z.record(z.string(), hash).describe('SHA-256 of every file and setting that the runs depend on.'),
});

export type Proof = z.output<typeof proofSchema>;
