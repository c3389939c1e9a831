import * as z from 'zod';
import type {
  PublishedBucket,
  PublishedBuckets,
  PublishedChoices,
  PublishedIndex,
} from '../../match/types.ts';
import { id, published, text, texts } from './fields.ts';

const framework = z.object({
  id: id.describe('First part of the ids of its guides.'),
  language: text.describe('The `language` of its traces.'),
  packages: texts.describe('Packages that mean this framework; none for the language itself.'),
});

const signals = z
  .object({
    message: texts.describe("Looked for in the messages of a trace's exceptions.").exactOptional(),
    frame: texts.describe("Looked for in a frame's file, line and function.").exactOptional(),
    near: texts.describe('Looked for in the lines of a trace, and within 50 lines of it.').exactOptional(),
  })
  .describe('Literal texts with {holes}; one that fits is enough.');

const guide = z.object({
  id: id.describe('framework/guide'),
  exceptions: texts.describe('Qualified names and aliases.'),
  messages: texts.describe('Literal texts with {holes}.'),
  codes: texts,
  causes: z.record(z.string(), signals).describe('The signals of each cause, by its id.'),
});

const cause = z.object({
  id: id.describe("Anchor on the guide's page."),
  title: text,
  short: text.max(22).describe('The cause as a label.'),
  sign: text.describe('Words of the trace; the deciding ones stand in **, … is a gap.'),
  fix: text.max(80).describe('The remedy in one sentence.'),
  question: text.describe('What decides for this cause when several fit.').exactOptional(),
});

const guideTitles = z.object({
  id: id.describe('framework/guide'),
  title: text,
  language: text.describe("Of its texts, where it is not the site's.").exactOptional(),
  causes: z.array(cause),
});

/** `match/index.json`, and `match/whole/index.json` of a site whose index is in buckets. */
export const matchIndexSchema = z.object({
  ...published,
  frameworks: z.array(framework),
  guides: z.array(guide),
}) satisfies z.ZodType<PublishedIndex>;

/** What documents of buckets begin with. */
const publishedInBuckets = { ...published, version: z.literal(2).describe(published.version.description!) };

/** `match/index.json` of a site whose guides are too many for one file. */
export const matchBucketsSchema = z.object({
  ...publishedInBuckets,
  frameworks: z.array(framework),
  buckets: z
    .object({
      sizes: z.array(z.int().positive()).describe('How many slots each bucket has; 65,536 in all.'),
      filter: text.describe('Ribbon filter of all keys: digits of 4 bits in base64url.'),
    })
    .describe('Which bucket has the guides of a key.'),
}) satisfies z.ZodType<PublishedBuckets>;

const packedCause = z.tuple([
  cause.shape.id,
  cause.shape.title,
  cause.shape.fix,
  z
    .array(texts)
    .max(3)
    .describe('Signals: message, near, frame. Lists at the end are left out where they are empty.'),
]);

const packedGuide = z.tuple([
  guide.shape.id,
  guideTitles.shape.title,
  guide.shape.exceptions,
  guide.shape.messages,
  guide.shape.codes,
  z
    .array(z.int().min(-1))
    .describe('Place of the word that each message is looked up by, among its words; -1 for none.'),
  z.array(packedCause),
  z.string().describe("Language of its texts; empty for the site's."),
]);

/** `match/buckets/NUMBER.json` */
export const matchBucketSchema = z.object({
  ...publishedInBuckets,
  guides: z.array(packedGuide),
}) satisfies z.ZodType<PublishedBucket>;

const choice = z.tuple([
  cause.shape.short,
  cause.shape.sign,
  z.string().describe('What decides for this cause when several fit; empty for none.'),
]);

/** `match/choices/NUMBER.json` */
export const matchChoicesSchema = z.object({
  ...publishedInBuckets,
  guides: z.array(
    z.tuple([id.describe('framework/guide'), z.array(choice).describe('Of each cause, in their order.')]),
  ),
}) satisfies z.ZodType<PublishedChoices>;

/** `match/titles.json` */
export const titlesSchema = z.object({ ...published, guides: z.array(guideTitles) });

const error = z.object({
  type: z.string().describe('As printed; empty when there was only a message.'),
  message: z.string(),
  code: z.string().nullable(),
});

const evidence = z.object({
  kind: z.enum(['type', 'message', 'code', 'package', 'signal']),
  line: z.int().positive().describe('Line of the input, from 1.'),
  text: z.string().describe('The part of the text, or the template that fitted.'),
});

const hit = z.object({
  guide: id.describe('framework/guide'),
  cause: id.nullable().describe('Null when the guide fits and no cause can be told.'),
  confidence: z.enum(['exact', 'likely', 'possible']),
  title: text.describe("The guide's, or its id where that is not known."),
  causeTitle: text.exactOptional(),
  fix: text.describe("The cause's remedy in one sentence, where it is known.").exactOptional(),
  url: text.describe("Of the guide and the cause, below the site's base."),
  address: text.describe("The same, absolute where the site's address is known."),
  evidence: z.array(evidence),
});

const span = z.tuple([z.int().positive(), z.int().positive()]).describe('First and last line, from 1.');

const foundError = z.object({
  language: z.string(),
  format: z.string(),
  count: z.int().positive().describe('How often it occurred.'),
  span: span.describe('First and last line of the first occurrence, from 1.'),
  root: error.describe('What explains the failure.'),
  reported: error.describe('What the outermost handler printed.'),
  frames: z.int().nonnegative(),
  appFrame: z
    .object({
      file: z.string().exactOptional(),
      line: z.int().nonnegative().exactOptional(),
      function: z.string().exactOptional(),
    })
    .nullable()
    .describe("The program's own frame nearest to the failure."),
  hits: z.array(hit).describe('The best first.'),
});

/** A line of what `tracebook match --format json` prints: one object a file. */
export const reportSchema = z.object({
  file: z.string().describe('As it was named; absent for standard input.').exactOptional(),
  traces: z.array(foundError).describe('Each distinct error once, as they occur.'),
  lines: z.int().nonnegative(),
  omitted: z.int().positive().describe('Errors left out by --max.').exactOptional(),
  dropped: z
    .int()
    .positive()
    .describe('Errors left out: there were too many different ones.')
    .exactOptional(),
  cut: z.int().positive().describe('Lines cut for their length.').exactOptional(),
});
