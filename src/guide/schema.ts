import * as z from 'zod';
import { locales } from '../locales/index.ts';
import {
  command,
  day,
  environmentId,
  guideId,
  href,
  httpsUrl,
  languageTag,
  line,
  runCommand,
  services,
  siteUrl,
  slug,
  template,
  uniqueList,
} from './schema-fields.ts';

const link = z.strictObject({
  label: line.describe('What people read.'),
  href: href.describe('"https://…", or "/…" for a page of this site.'),
});

/** `#4538bd`. */
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be like "#4538bd"');

/** `content/site.yaml`. */
export const siteSchema = z
  .strictObject({
    name: line.describe('Name of the site, in the header and in every title.'),
    description: line.describe('What the site is, in one sentence.'),
    url: httpsUrl.describe('Where it is published; a path becomes the base of every link.'),
    locale: z
      .enum(Object.keys(locales), { error: `must be one of ${Object.keys(locales).join(', ')}` })
      .default('en')
      .describe('Language of the interface: a file in src/locales.'),
    repository: httpsUrl
      .optional()
      .describe('Its public repository, for "run it yourself" and requests for guides.'),
    proveCommand: line
      .optional()
      .describe(
        "Proves a guide in a copy of the site's source: shown to readers, with the guide's id behind it.",
      ),
    navigation: z.array(link).default([]).describe('Links in the header, in this order.'),
    proofDays: z.int().positive().default(30).describe('Days after which a proof is shown as old.'),
    mark: z
      .string()
      .trim()
      .regex(/^<svg\b[^]*<\/svg>$/, 'must be one SVG document, from "<svg" to "</svg>"')
      .optional()
      .describe("The site's mark as an SVG document, square; without it, the open book."),
    accent: z
      .strictObject({ light: colour, dark: colour })
      .optional()
      .describe('Colour of links and buttons on light and on dark paper, each with a contrast of 4.5 to it.'),
    home: z
      .strictObject({ heading: z.string().trim().min(1), text: line })
      .optional()
      .describe("The first page's heading (lines stay lines) and the sentence below it."),
    footer: z
      .strictObject({ text: line.optional(), links: z.array(link).default([]) })
      .optional()
      .describe('The sentence at the foot of every page, and further links beside it.'),
    socialCards: z
      .boolean()
      .default(true)
      .describe(
        'Whether each page has a picture of its own for social networks; else all have the one of the first page.',
      ),
    offline: z
      .boolean()
      .default(false)
      .describe('Whether guides, names and the matcher work offline after a visit, by a service worker.'),
    compress: z
      .boolean()
      .default(false)
      .describe(
        'Whether each text is written compressed too, for servers that send such files: `.br` and `.gz`.',
      ),
    otherSites: uniqueList(
      z.strictObject({
        name: line.max(40, 'must have at most 40 characters').describe('What its guides are marked with.'),
        url: siteUrl.describe('Its address.'),
      }),
      ({ url }) => url,
    )
      .default([])
      .describe(
        "Other Tracebook sites whose guides the reader's browser looks through too; no text is sent to them.",
      ),
    callToAction: z
      .strictObject({
        heading: line,
        text: line,
        steps: z.array(line).default([]).describe('What happens, step by step.'),
        button: link,
      })
      .optional()
      .describe('A box near the end of each guide.'),
  })
  .refine(({ url, otherSites }) => !otherSites.some((other) => other.url === url.replace(/\/*$/, '/')), {
    path: ['otherSites'],
    message: 'must not name the site itself',
  });

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

/** Frontmatter of `content/pages/<name>.mdx`. */
export const pageSchema = z.strictObject({
  title: line.describe('Title of the page.'),
  description: line.describe('What the page is for, in one sentence.'),
  language: languageTag
    .optional()
    .describe('Language that the page is written in, where it is not the one of the site.'),
});

export type Site = z.output<typeof siteSchema>;
export type FrameworkSettings = z.output<typeof frameworkSchema>;
export type GuideFrontmatter = z.output<typeof guideSchema>;
export type PageFrontmatter = z.output<typeof pageSchema>;
export type CauseFrontmatter = z.output<typeof causeSchema>;
export type RunCommand = z.output<typeof runCommand>;

/** The file of the content that each schema describes, for editors. */
export const contentSchemas = {
  site: siteSchema,
  framework: frameworkSchema,
  guide: guideSchema,
  cause: causeSchema,
  page: pageSchema,
} as const;
