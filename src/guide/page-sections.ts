/** A part of a guide's page. */
type PageSection = {
  /** Anchor on the page. */
  id?: string;
  /** The `## heading` of guide.mdx that holds its text; `''` is the text before the first heading. */
  heading?: string;
  /** May be left out of guide.mdx. */
  optional?: true;
};

/**
 * The parts of a guide's page in their order. Reading, checking, the page, its contents and the Markdown twin follow it;
 * a locale has their headings. A part without `heading` is made of facts, not of text.
 */
export const pageSections = {
  which: { id: 'which' },
  lead: { heading: '' },
  trace: { id: 'trace', heading: 'Reading the trace' },
  causes: { id: 'causes' },
  testing: { id: 'testing', heading: 'Testing', optional: true },
  ci: { id: 'ci', heading: 'Continuous integration' },
  byHand: { id: 'by-hand', heading: 'By hand' },
  deploying: { id: 'deploying', heading: 'Deploying' },
  questions: { id: 'questions', heading: 'Questions' },
  callToAction: { id: 'call' },
  related: { id: 'related' },
} as const satisfies Record<string, PageSection>;

/** The parts of a guide's page that guide.mdx writes. */
export type GuideSection = 'lead' | 'trace' | 'testing' | 'ci' | 'byHand' | 'deploying' | 'questions';

/** What an `.mdx` body consists of by key: a `## heading` each; `''` is the text before the first. */
export type Headings = Record<string, { heading: string; optional?: true }>;

/** The headings of guide.mdx in their order. */
export const guideHeadings = Object.fromEntries(
  Object.entries<PageSection>(pageSections).filter(([, { heading }]) => heading !== undefined),
) as Record<GuideSection, Headings[string]>;

/** The headings of cause.mdx: why it happens, why the fix works, when it does not. */
export const causeHeadings = {
  why: { heading: '' },
  fix: { heading: 'Fix' },
  wrongFix: { heading: 'When this is the wrong fix', optional: true },
} as const satisfies Headings;
export type CauseSection = keyof typeof causeHeadings;

/** The anchor of a cause's fix. */
export function fixAnchor(cause: string): string {
  return `${cause}-fix`;
}

/** The anchors of every guide's page that are neither causes nor questions. */
export const pageAnchors = [
  'main',
  ...Object.values<PageSection>(pageSections).flatMap(({ id }) => id ?? []),
];
