import type { GuideTitles, MatchIndex } from '../match/types.ts';
import type { Content } from './read.ts';

/** All that the matcher needs to know of the content. */
export function matchIndex({ frameworks, guides }: Content): MatchIndex {
  return {
    frameworks: frameworks.map(({ id, facts }) => ({
      id,
      language: facts.language,
      packages: facts.packages,
    })),
    guides: guides.map(({ id, framework, facts, causes }) => ({
      id,
      framework: framework.id,
      exceptions: facts.exceptions,
      messages: facts.messages,
      codes: facts.codes,
      causes: causes.map((cause) => ({ id: cause.id, signals: cause.facts.signals })),
    })),
  };
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
