import type { MatchIndex } from '../match/types.ts';
import type { Content } from './read.ts';

/** All that the matcher needs to know of the content. */
export function matchIndex({ frameworks, guides }: Content): MatchIndex {
  return {
    frameworks: frameworks.map(({ id, facts }) => ({
      id,
      name: facts.name,
      language: facts.language,
      packages: facts.packages,
    })),
    guides: guides.map(({ id, framework, facts, causes }) => ({
      id,
      title: facts.title,
      framework: framework.id,
      exceptions: facts.exceptions,
      messages: facts.messages,
      codes: facts.codes,
      causes: causes.map((cause) => ({
        id: cause.id,
        title: cause.facts.title,
        signals: cause.facts.signals,
        ...(cause.facts.question && { question: cause.facts.question }),
      })),
    })),
  };
}
