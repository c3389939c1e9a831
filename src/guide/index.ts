import type { GuideTitles, MatchIndex, SignalField, Signals } from '../match/types.ts';
import type { Content } from './read.ts';

/** All that the matcher needs to know of the content. */
export function matchIndex({ frameworks, guides }: Content): MatchIndex {
  return {
    frameworks: frameworks.map(({ id, facts }) => ({
      id,
      language: facts.language,
      packages: facts.packages,
    })),
    guides: guides.map(({ id, facts, causes }) => ({
      id,
      exceptions: facts.exceptions,
      messages: facts.messages,
      codes: facts.codes,
      causes: Object.fromEntries(causes.map((cause) => [cause.id, byPlace(cause.facts.signals)])),
    })),
  };
}

function byPlace(signals: Partial<Record<SignalField, string>>[]): Signals {
  const found: Signals = {};
  for (const signal of signals)
    for (const [place, template] of Object.entries(signal) as [SignalField, string][])
      (found[place] ??= []).push(template);
  return found;
}

/** What the page shows of the guides that the matcher finds. */
export function guideTitles({ guides }: Content): GuideTitles[] {
  return guides.map(({ id, facts, causes }) => ({
    id,
    title: facts.title,
    causes: causes.map((cause) => ({
      id: cause.id,
      title: cause.facts.title,
      ...(cause.facts.question && { question: cause.facts.question }),
    })),
  }));
}
