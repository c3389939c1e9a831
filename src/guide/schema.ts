import * as z from 'zod';

/** Text on one line. */
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'must be one line');
/** A template: literal text in which `{hole}` stands for what varies. No regular expressions, so none can be slow. */
const template = z
  .string()
  .min(1)
  .refine((text) => text.replace(/\{[^{}\n]*\}/g, '').trim().length >= 4, {
    message: 'needs at least 4 characters that are not {holes}',
  });
/** Names a folder or an anchor; permanent, since it is part of a URL. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const href = z
  .string()
  .regex(/^(https:\/\/|\/)/, 'must start with "https://", or with "/" for a page of this site');

const link = z.strictObject({
  /** What people read. */
  label: line,
  /** `https://…`, or `/…` for a page of this site. */
  href,
});

/** `#4538bd`. */
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be like "#4538bd"');

/** `content/site.yaml`. */
export const siteSchema = z.strictObject({
  /** Name of the site, in the header and in every title. */
  name: line,
  /** What the site is, in one sentence. */
  description: line,
  /** Where it is published; a path (`https://example.org/errors/`) becomes the base of every link. */
  url: z.url({ protocol: /^https$/ }),
  /** Its public repository, for "run it yourself" and new-guide requests. */
  repository: z.url({ protocol: /^https$/ }).optional(),
  /** Links in the header, in this order. */
  navigation: z.array(link).default([]),
  /** The site's mark as an SVG document, square; without it, the open book. */
  mark: z
    .string()
    .trim()
    .regex(/^<svg\b[^]*<\/svg>$/, 'must be one SVG document, from "<svg" to "</svg>"')
    .optional(),
  /** Colour of links and buttons on light and on dark paper, each with a contrast of at least 4.5 to it. */
  accent: z.strictObject({ light: colour, dark: colour }).optional(),
  /** The first page's heading (lines stay lines) and the sentence below it. */
  home: z.strictObject({ heading: z.string().trim().min(1), text: line }).optional(),
  /** The sentence at the foot of every page, and further links beside it. */
  footer: z.strictObject({ text: line.optional(), links: z.array(link).default([]) }).optional(),
  /** A box near the end of each guide. */
  callToAction: z
    .strictObject({
      heading: line,
      text: line,
      /** What happens, step by step. */
      steps: z.array(line).default([]),
      button: link,
    })
    .optional(),
});

/** `content/<framework>/framework.yaml`. */
export const frameworkSchema = z.strictObject({
  /** As people write it: `Celery`. */
  name: line,
  /** As a trace names it: `python`, `java`, `javascript`, `rust`. */
  language: z.string().regex(/^[a-z+#]+$/, 'must be one lower-case word, such as "python"'),
  /** One sentence: what it is. */
  summary: line,
  /** Packages that mean this framework when a frame or a qualified type is of them. None: the language itself. */
  packages: z.array(line).default([]),
  /** The file in `src/prove/runtimes/` that runs its code. */
  runtime: slug,
  /** Servers its code needs while it runs; `prove` can start none yet. */
  services: z.array(slug).default([]),
});

const signal = z
  .strictObject({
    /** In a message. */
    message: template.optional(),
    /** In a frame's file and function. */
    frame: template.optional(),
    /** In a line of the trace or near it. */
    near: template.optional(),
  })
  .refine((value) => Object.keys(value).length === 1, {
    message: 'must have exactly one of "message", "frame", "near"',
  })
  .transform((value) => value as { message: string } | { frame: string } | { near: string });

/** Frontmatter of `content/<framework>/<guide>/guide.mdx`. */
export const guideSchema = z
  .strictObject({
    /** The error as people would search for it, without the framework: `WorkerLostError: Worker exited prematurely`. */
    title: line,
    /** One or two sentences: what happened and what to do. Also the page's description. */
    summary: line,
    /** Qualified names and aliases, the most usual first; the last segment counts too. */
    exceptions: z.array(line).default([]),
    /** Templates that a message of this error fits. */
    messages: z.array(template).default([]),
    /** Stable codes: `E0382`, `ERR_MODULE_NOT_FOUND`. */
    codes: z.array(line).default([]),
    /** Day of the first version. */
    published: z.iso.date(),
    /** The cause whose trace is read line by line. */
    shows: slug,
    /** Minutes that the whole process by hand takes somebody who has not done it before. */
    minutes: z.int().positive(),
    /** Guides of related errors: `framework/guide`. */
    related: z.array(z.string()).default([]),
    /** What this guide was called before, as `framework/guide`: these addresses lead here. */
    formerly: z
      .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be like "framework/guide"'))
      .default([]),
  })
  .refine((guide) => guide.exceptions.length + guide.codes.length > 0, {
    path: ['exceptions'],
    message: 'name at least one exception, or one code under "codes"',
  });

/** Frontmatter of `content/<framework>/<guide>/<cause>/cause.mdx`. */
export const causeSchema = z.strictObject({
  /** The cause in a few words: `The kernel killed the worker: out of memory`. */
  title: line,
  /** Place among the guide's causes, the most frequent first. */
  order: z.int().positive(),
  /** What tells this cause from the others. One that fits is enough. */
  signals: z.array(signal).min(1, 'needs at least one signal, which fits the recorded trace'),
  /** The question that decides for this cause when several fit, answered with yes. */
  question: line.optional(),
  /** What stands in for the real condition in the proof (a small limit for a full machine); shown on the page. */
  standIn: line.optional(),
  /** Shell command that runs `broken/` and `fixed/`, from within a copy of the folder. */
  run: line,
  /** Shell command that runs the test, from within a copy of the folder with `test/` beside its files. */
  test: line,
  /** Limits of a run beyond the usual ones. */
  limits: z
    .strictObject({
      /** Seconds until a run is stopped. */
      seconds: z.int().positive().max(600).default(60),
      /** Megabytes of memory, held by a control group: who takes more is killed by the kernel. */
      megabytes: z.int().positive().optional(),
    })
    .prefault({}),
});

const outcome = z.strictObject({
  /** What the shell said; 128 + n for signal n. */
  exit: z.int(),
  /** Normalised output, standard output and error as they came. */
  output: z.string(),
});

/** `proof.json`, written by `npm run prove -- --update`. */
export const proofSchema = z.strictObject({
  /** Day of the run. */
  date: z.iso.date(),
  /** Version of the runtime and of the packages that matter: `{ "python": "3.11.7", "celery": "5.6.0" }`. */
  versions: z.record(z.string(), z.string()),
  /** The commands as they were run. */
  commands: z.strictObject({ run: z.string(), test: z.string() }),
  /** Exit of the program; its output is `trace.txt` when broken. */
  broken: z.strictObject({ exit: z.int(), test: outcome }),
  fixed: z.strictObject({ exit: z.int(), output: z.string(), test: outcome }),
  /** SHA-256 of all inputs: the cause's folder without trace.txt, proof.json and prose, and the framework's lock. */
  inputs: z.string().regex(/^sha256-[0-9a-f]{64}$/),
});

export type Site = z.output<typeof siteSchema>;
export type FrameworkFacts = z.output<typeof frameworkSchema>;
export type GuideFacts = z.output<typeof guideSchema>;
export type CauseFacts = z.output<typeof causeSchema>;
export type Proof = z.output<typeof proofSchema>;
