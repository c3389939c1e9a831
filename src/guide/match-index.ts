import { gzipSync } from 'node:zlib';
import type { GuideTitles, MatchIndex, SignalField, Signals } from '../match/types.ts';
import { isOtherLanguage } from '../locales/languages.ts';
import type { Content } from './content.ts';

/** All that the matcher needs to know of the content. */
export function matchIndex({ frameworks, guides }: Pick<Content, 'frameworks' | 'guides'>): MatchIndex {
  return {
    frameworks: frameworks.map(({ id, settings }) => ({
      id,
      language: settings.language,
      packages: settings.packages,
    })),
    guides: guides.map(({ id, frontmatter, causes }) => ({
      id,
      exceptions: frontmatter.exceptions,
      messages: frontmatter.messages.map(({ text }) => text),
      codes: frontmatter.codes,
      causes: Object.fromEntries(causes.map((cause) => [cause.id, groupSignals(cause.frontmatter.signals)])),
    })),
  };
}

/** Bytes, gzip, up to which the match index is one file, which readers load before they paste. */
const MOST_BYTES = 300_000;

/** Whether an index is too large for one file, and is published in buckets. */
export function isInBuckets(index: MatchIndex, mostBytes: number = MOST_BYTES): boolean {
  const json = Buffer.from(JSON.stringify(index));
  // Compressing takes long, and text does not grow by it.
  return json.length > mostBytes && gzipSync(json, { level: 9 }).length > mostBytes;
}

/** The templates of signals by where they are looked for. */
export function groupSignals(signals: Partial<Record<SignalField, string>>[]): Signals {
  const found: Signals = {};
  for (const signal of signals)
    for (const [place, template] of Object.entries(signal) as [SignalField, string][])
      (found[place] ??= []).push(template);
  return found;
}

/** What the page shows of the guides that the matcher finds. */
export function guideTitles({ guides, site }: Content): GuideTitles[] {
  return guides.map(({ id, frontmatter, causes }) => ({
    id,
    title: frontmatter.title,
    ...(isOtherLanguage(site.locale, frontmatter.language) && { language: frontmatter.language }),
    causes: causes.map((cause) => ({
      id: cause.id,
      title: cause.frontmatter.title,
      short: cause.frontmatter.short,
      sign: cause.frontmatter.sign,
      fix: cause.frontmatter.fix,
      ...(cause.frontmatter.question && { question: cause.frontmatter.question }),
    })),
  }));
}
