import * as z from 'zod';
import { command, line, runCommand, services, slug, template, uniqueList } from './schema-fields.ts';

const signal = z
  .strictObject({
    message: template.optional().describe('In a message.'),
    frame: template.optional().describe("In a frame's file and function."),
    near: template.optional().describe('In a line of the trace or near it.'),
  })
  .refine((value) => Object.keys(value).length === 1, {
    message: 'must have exactly one of "message", "frame", "near"',
  })
  .transform((value) => value as { message: string } | { frame: string } | { near: string });

/** Frontmatter of `content/<framework>/<guide>/<cause>/cause.mdx`. */
export const causeSchema = z.strictObject({
  title: line.describe('The cause in a few words: "The kernel killed the worker: out of memory".'),
  short: line.max(22, 'must have at most 22 characters').describe('The cause as a label: "Out of memory".'),
  sign: line.describe(
    'The few words that tell it from the other causes, as they stand in the trace; the deciding ones in **, … for a gap.',
  ),
  fix: line
    .max(80, 'must have at most 80 characters')
    .regex(/[.!]$/, 'must be a sentence that ends with "."')
    .describe('The remedy in one imperative sentence.'),
  order: z.int().positive().describe("Place among the guide's causes, the most frequent first."),
  signals: uniqueList(signal)
    .min(1, 'needs at least one signal, which fits the recorded traces')
    .describe('What tells this cause from the others. One that fits is enough.'),
  question: line
    .optional()
    .describe('The question that decides for this cause when several fit, answered with yes.'),
  standIn: line
    .optional()
    .describe('What stands in for the real condition in the proof (a small limit for a full machine).'),
  run: runCommand.optional().describe('Runs broken and fixed; one command, or one for each side.'),
  test: command.optional().describe('Runs the test, with test/ beside the files.'),
  services: services.optional(),
  limits: z
    .strictObject({
      seconds: z.int().positive().max(600).default(60).describe('Seconds until a run is stopped.'),
      megabytes: z
        .int()
        .positive()
        .optional()
        .describe('Megabytes of memory, held by a control group: who takes more is killed by the kernel.'),
    })
    .prefault({})
    .describe('Limits of a run beyond the usual ones.'),
  sharedFix: z
    .record(slug, line)
    .default({})
    .describe("Causes whose fix may turn this cause's test green, each with the reason."),
  formerly: uniqueList(slug)
    .default([])
    .describe('What this cause was called before: these anchors lead here.'),
});

export type CauseFrontmatter = z.output<typeof causeSchema>;
