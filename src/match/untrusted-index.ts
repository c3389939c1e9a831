import type { GuideTitles, MatchFramework, MatchGuide, MatchIndex, SignalField, Signals } from './types.ts';

/** What is taken of another site at most. */
const MOST_GUIDES = 2000;
const MOST_ITEMS = 50;
const MOST_TEXT = 500;

const GUIDE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Controls, halves of surrogate pairs, and characters that turn the direction of text. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const FIELDS: readonly string[] = ['message', 'frame', 'near'] satisfies SignalField[];

/** An index that another site published, without what is malformed or too much. */
export function sanitizeIndex({ frameworks, guides }: MatchIndex): MatchIndex {
  return {
    frameworks: frameworks.slice(0, MOST_GUIDES).flatMap(readFramework),
    guides: guides.slice(0, MOST_GUIDES).flatMap(readGuide),
  };
}

/** Titles that another site published, without those that are malformed or too many. */
export function sanitizeTitles(titles: GuideTitles[]): GuideTitles[] {
  return titles.slice(0, MOST_GUIDES).flatMap((item: unknown): GuideTitles[] => {
    const { id, title, language, causes } = recordOf(item);
    if (!isGuideId(id) || !isText(title)) return [];
    return [
      {
        id,
        title: cleanText(title),
        ...(isLanguageTag(language) && { language }),
        causes: listOf(causes).flatMap(readCause),
      },
    ];
  });
}

/** A text of another site as it may be shown: on one line, without what a page cannot show. */
export function cleanText(text: string): string {
  return text.slice(0, MOST_TEXT).replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
}

export const isGuideId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_TEXT && GUIDE_ID.test(value);
export const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_TEXT && SLUG.test(value);
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && cleanText(value) !== '';
export const isLanguageTag = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value);

/** The texts of a list; too long ones are left out. */
export const textsOf = (value: unknown): string[] =>
  listOf(value).filter(
    (item) => typeof item === 'string' && item !== '' && item.length <= MOST_TEXT,
  ) as string[];

export const listOf = (value: unknown, most = MOST_ITEMS): unknown[] =>
  Array.isArray(value) ? value.slice(0, most) : [];
export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function readFramework(value: unknown): MatchFramework[] {
  const { id, language, packages } = recordOf(value);
  return isSlug(id) && typeof language === 'string' ? [{ id, language, packages: textsOf(packages) }] : [];
}

function readGuide(value: unknown): MatchGuide[] {
  const { id, exceptions, messages, codes, causes } = recordOf(value);
  if (!isGuideId(id)) return [];
  const own = Object.entries(recordOf(causes))
    .slice(0, MOST_ITEMS)
    .filter(([cause]) => isSlug(cause));
  return [
    {
      id,
      exceptions: textsOf(exceptions),
      messages: textsOf(messages),
      codes: textsOf(codes),
      causes: Object.fromEntries(own.map(([cause, signals]) => [cause, readSignals(signals)])),
    },
  ];
}

function readSignals(value: unknown): Signals {
  const known = Object.entries(recordOf(value)).filter(([place]) => FIELDS.includes(place));
  return Object.fromEntries(known.map(([place, templates]) => [place, textsOf(templates)]));
}

/** What people are told of a cause, of another site's data: one, or none when it is malformed. */
export function readCause(value: unknown): GuideTitles['causes'] {
  const { id, title, short, sign, fix, question } = recordOf(value);
  if (!isSlug(id) || !isText(title) || !isText(short) || !isText(sign) || !isText(fix)) return [];
  return [
    {
      id,
      title: cleanText(title),
      short: cleanText(short),
      sign: cleanText(sign),
      fix: cleanText(fix),
      ...(isText(question) && { question: cleanText(question) }),
    },
  ];
}
