import * as z from 'zod';

/** The longest text that `match_trace` reads, in characters; `tracebook match` reads files of any size. */
export const MOST_TEXT = 2_000_000;
/** The longest query of a search, in characters. */
export const MOST_QUERY = 500;

const confidence = z.enum(['exact', 'likely', 'possible']);

const error = z.object({
  type: z.string(),
  message: z.string(),
  code: z.string().nullable(),
});

const hit = z.object({
  guide: z.string().describe('Id for get_guide: "celery/worker-lost-error".'),
  cause: z
    .string()
    .nullable()
    .describe('Id of the cause; null when the guide fits and no cause can be told.'),
  confidence,
  title: z.string(),
  causeTitle: z.string().optional(),
  fix: z.string().optional().describe('The remedy in one sentence.'),
  url: z.string().describe('Path below the base of the site.'),
  address: z.string().describe('Address of the guide at its cause.'),
  evidence: z.array(z.object({ kind: z.string(), line: z.int(), text: z.string() })),
});

export const matchInput = z.object({
  text: z.string().describe('A stack trace, an error message or a part of a log, as it was printed.'),
  max: z.int().min(1).max(50).default(10).describe('At most so many different errors.'),
  minConfidence: confidence.default('possible').describe('Leave out guides that fit less surely.'),
});

export const matchOutput = z.object({
  traces: z.array(
    z.object({
      language: z.string(),
      format: z.string(),
      count: z.int(),
      span: z.tuple([z.int(), z.int()]).describe('First and last line in the text, from 1.'),
      root: error,
      reported: error,
      frames: z.int(),
      appFrame: z
        .object({
          file: z.string().optional(),
          line: z.int().optional(),
          function: z.string().optional(),
        })
        .nullable(),
      hits: z.array(hit),
    }),
  ),
  lines: z.int(),
  omitted: z.int().optional(),
  dropped: z.int().optional(),
  cut: z.int().optional(),
});

export const searchInput = z.object({
  query: z.string().describe('An exception name, an error code, a message or a few words.'),
  max: z.int().min(1).max(20).default(5),
});

export const searchOutput = z.object({
  results: z.array(
    z.object({
      guide: z.string(),
      cause: z.string().optional(),
      title: z.string(),
      framework: z.string(),
      label: z.string().optional().describe('The cause or the question that fits.'),
      why: z.string().describe('What of the guide fits the query.'),
      isGuess: z.boolean().describe('Whether a name fits only by a letter or two more or less.'),
      fix: z.string().optional(),
      address: z.string(),
    }),
  ),
});

export const guideInput = z.object({
  id: z.string().describe('"framework/guide", as match_trace and search_guides name it.'),
  cause: z.string().optional().describe('Id of a cause: only its part of the guide is returned.'),
});

export const guideOutput = z.object({
  id: z.string(),
  title: z.string(),
  address: z.string(),
  causes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      sign: z.string(),
      fix: z.string(),
      address: z.string(),
    }),
  ),
});

export type MatchAnswer = z.output<typeof matchOutput>;
export type SearchAnswer = z.output<typeof searchOutput>;
export type GuideAnswer = z.output<typeof guideOutput>;
