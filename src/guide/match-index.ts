import type { GuideTitles, MatchIndex, SignalField, Signals } from '../match/types.ts';
import { isOtherLanguage } from '../locales/languages.ts';
import type { Content } from './content.ts';

/** All that the matcher needs to know of the content. */
export function matchIndex({ frameworks, guides }: Pick<Content, 'frameworks' | 'guides'>): MatchIndex {
  return {
    frameworks: frameworks.map(({ id, facts }) => ({
      id,
      language: facts.language,
      packages: facts.packages,
    })),
    guides: guides.map(({ id, facts, causes }) => ({
      id,
      exceptions: facts.exceptions,
      messages: facts.messages.map(({ text }) => text),
      codes: facts.codes,
      causes: Object.fromEntries(causes.map((cause) => [cause.id, groupSignals(cause.facts.signals)])),
    })),
  };
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
  return guides.map(({ id, facts, causes }) => ({
    id,
    title: facts.title,
    ...(isOtherLanguage(site.locale, facts.language) && { language: facts.language }),
    causes: causes.map((cause) => ({
      id: cause.id,
      title: cause.facts.title,
      short: cause.facts.short,
      sign: cause.facts.sign,
      fix: cause.facts.fix,
      ...(cause.facts.question && { question: cause.facts.question }),
    })),
  }));
}
