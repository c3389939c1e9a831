import * as z from 'zod';
import { reportSchema } from '../library/formats/match.ts';

/** The longest text that `match_trace` reads, in characters; `tracebook match` reads files of any size. */
export const MOST_TEXT = 2_000_000;
/** The longest query of a search, in characters. */
export const MOST_QUERY = 500;

const confidence = z.enum(['exact', 'likely', 'possible']);

export const matchInput = z.object({
  text: z.string().describe('A stack trace, an error message or a part of a log, as it was printed.'),
  max: z.int().min(1).max(50).default(10).describe('At most so many different errors.'),
  minConfidence: confidence.default('possible').describe('Leave out guides that fit less surely.'),
});

/** As `tracebook match --format json` prints it, of a text without a name. */
export const matchOutput = reportSchema.omit({ file: true });

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
