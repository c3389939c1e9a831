import type {
  GuideTitles,
  MatchGuide,
  PackedCause,
  PackedChoices,
  PackedGuide,
  PublishedBucket,
  PublishedChoices,
} from './types.ts';

/** A guide as the page needs it: its titles lack what causes are chosen by until that is loaded. */
export type BucketGuide = { guide: MatchGuide; titles: GuideTitles };

/**
 * Reads a bucket that `packGuide` made the guides of.
 * @throws TypeError when it is something else
 */
export function unpackBucket({ guides }: PublishedBucket): BucketGuide[] {
  return guides.map(([id, title, exceptions, messages, codes, words, causes, language]) => ({
    guide: {
      id,
      exceptions,
      messages,
      codes,
      words,
      causes: Object.fromEntries(
        causes.map(([cause, , , [message = [], near = [], frame = []]]) => [cause, { message, frame, near }]),
      ),
    },
    titles: {
      id,
      title,
      ...(language && { language }),
      causes: causes.map(([id, title, fix]) => ({ id, title, fix, short: '', sign: '' })),
    },
  }));
}

/** Puts what causes are chosen by into the titles of their guides; guides without titles are skipped. */
export function addChoices({ guides }: PublishedChoices, titles: Map<string, GuideTitles>): void {
  for (const [id, choices] of guides)
    titles.get(id)?.causes.forEach((cause, i) => {
      const [short, sign, question] = choices[i] as (typeof choices)[number];
      Object.assign(cause, { short, sign }, question && { question });
    });
}

/** A guide of a bucket as it is published. */
export function packGuide({ guide, titles }: BucketGuide): PackedGuide {
  const { id, exceptions, messages, codes, words = [], causes } = guide;
  const packed = titles.causes.map((cause): PackedCause => {
    const { message = [], near = [], frame = [] } = causes[cause.id] ?? {};
    const signals = [message, near, frame];
    while (signals.at(-1)?.length === 0) signals.pop();
    return [cause.id, cause.title, cause.fix, signals];
  });
  return [id, titles.title, exceptions, messages, codes, words, packed, titles.language ?? ''];
}

/** What the causes of a guide are chosen by, as it is published. */
export const packChoices = ({ id, causes }: GuideTitles): PackedChoices => [
  id,
  causes.map(({ short, sign, question = '' }) => [short, sign, question]),
];
