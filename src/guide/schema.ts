import * as z from 'zod';
import { causeSchema } from './cause-schema.ts';
import {
  command,
  day,
  environmentId,
  guideId,
  languageTag,
  line,
  runCommand,
  services,
  slug,
  template,
  uniqueList,
} from './schema-fields.ts';
import { siteSchema } from './site-schema.ts';

/** An entry of `environments`: the folder's name alone, or with what only this environment needs. */
const environment = z.union(
  [
    environmentId.transform((id): EnvironmentSettings => ({ id, optional: false })),
    z.strictObject({
      id: environmentId.describe('A folder in environments/, with the locks.'),
      services: services.optional(),
      optional: z
        .boolean()
        .default(false)
        .describe('Recorded where the machine has it; skipped by name elsewhere.'),
    }),
  ],
  { error: 'must be the name of a folder such as "5.7", in quotes, or { id, services, optional }' },
);
export type EnvironmentSettings = { id: string; services?: string[] | undefined; optional: boolean };

/** `content/<framework>/framework.yaml`. */
export const frameworkSchema = z.strictObject({
  name: line.describe('As people write it: Celery.'),
  language: z
    .string()
    .regex(/^[a-z+#]+$/, 'must be one lower-case word, such as "python"')
    .describe('As a trace names it: python, java, javascript, rust.'),
  summary: line.describe('One sentence: what it is.'),
  packages: uniqueList(line)
    .default([])
    .describe(
      'Packages that mean this framework when a frame or a qualified type is of them. None: the language itself.',
    ),
  runtime: slug.describe('The file in src/prove/runtimes/ that runs its code.'),
  services: services.default([]),
  environments: uniqueList(environment, ({ id }) => id)
    .min(1, 'needs at least one environment')
    .describe('Folders in environments/, each with its locks; the first is shown on the page.'),
  run: runCommand.optional().describe('Runs a program, unless its guide or cause says otherwise.'),
  test: command.optional().describe('Runs a test, unless its guide or cause says otherwise.'),
  dropLines: z
    .array(template)
    .default([])
    .describe('Lines of output that tell about this machine only: templates of whole lines to leave out.'),
});

/** A template of messages, or one that no environment prints, with the place where it was seen. */
const message = z.union(
  [
    template.transform((text): MessageTemplate => ({ text })),
    z.strictObject({
      text: template.describe('The template.'),
      source: line.describe(
        'Where it was seen: "a run of Django 5.2 with SQLite 3.40", "errors.c of MySQL 8.4".',
      ),
    }),
  ],
  {
    error:
      'must be a template of at least 4 characters that are not {holes} and at most 500, or { text, source }',
  },
);
export type MessageTemplate = { text: string; source?: string | undefined };

/** Frontmatter of `content/<framework>/<guide>/guide.mdx`. */
export const guideSchema = z
  .strictObject({
    title: line.describe(
      'The error as people would search for it, without the framework: "WorkerLostError: Worker exited prematurely".',
    ),
    summary: line.describe(
      "One or two sentences: what happened and what to do. Also the page's description.",
    ),
    exceptions: uniqueList(line)
      .default([])
      .describe('Qualified names and aliases, the most usual first; the last segment counts too.'),
    messages: uniqueList(message, ({ text }) => text)
      .default([])
      .describe(
        'Templates that a message of this error fits; each fits a recorded trace, or names its source.',
      ),
    codes: uniqueList(line).default([]).describe('Stable codes: E0382, ERR_MODULE_NOT_FOUND.'),
    language: languageTag
      .default('en')
      .describe('Language that the guide is written in, as a tag: "en", "de", "pt-BR".'),
    published: day.describe('Day of the first version.'),
    shows: slug.describe('The cause whose trace is read line by line.'),
    minutes: z
      .int()
      .positive()
      .describe('Minutes that the whole process by hand takes somebody who has not done it before.'),
    related: z
      .array(
        z.strictObject({
          guide: guideId.describe('framework/guide'),
          because: line.describe('How the two errors belong together, in one sentence.'),
        }),
      )
      .default([])
      .describe('Guides of related errors, each with the reason.'),
    formerly: uniqueList(guideId)
      .default([])
      .describe('What this guide was called before: these addresses lead here.'),
    services: services.optional(),
    run: runCommand.optional(),
    test: command.optional(),
    unproved: line
      .optional()
      .describe('Why a guide stays that no longer proves; the page, lists and data say so.'),
  })
  .refine((guide) => guide.exceptions.length + guide.codes.length + guide.messages.length > 0, {
    path: ['exceptions'],
    message: 'name at least one exception, one code under "codes" or one text under "messages"',
  });

/** Frontmatter of `content/pages/<name>.mdx`. */
export const pageSchema = z.strictObject({
  title: line.describe('Title of the page.'),
  description: line.describe('What the page is for, in one sentence.'),
  language: languageTag
    .optional()
    .describe('Language that the page is written in, where it is not the one of the site.'),
});

export type FrameworkSettings = z.output<typeof frameworkSchema>;
export type GuideFrontmatter = z.output<typeof guideSchema>;
export type PageFrontmatter = z.output<typeof pageSchema>;

/** The file of the content that each schema describes, for editors. */
export const contentSchemas = {
  site: siteSchema,
  framework: frameworkSchema,
  guide: guideSchema,
  cause: causeSchema,
  page: pageSchema,
} as const;
