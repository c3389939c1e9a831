import type { Content } from '../guide/content.ts';
import { guideTitles, matchIndex } from '../guide/match-index.ts';
import { anchor, splitSections } from '../guide/sections.ts';
import type { GuideTitles, MatchGuide } from '../match/types.ts';
import type { SearchGuide, SearchIndex } from '../search/types.ts';

/** What the search knows of a content folder, as `names.json` of its site has it. */
export function contentSearchIndex(content: Content): SearchIndex {
  const titles = new Map(guideTitles(content).map((guide) => [guide.id, guide]));
  const indexed = new Map(matchIndex(content).guides.map((guide) => [guide.id, guide]));
  const guides = content.guides.toSorted(
    (a, b) =>
      a.framework.id.localeCompare(b.framework.id) || a.frontmatter.title.localeCompare(b.frontmatter.title),
  );
  return {
    version: 1,
    guides: guides.map((guide) => {
      const { markdown, markdownLine } = guide.sections.questions;
      const questions = splitSections(markdown, 3, markdownLine).flatMap(({ heading }) =>
        heading === undefined ? [] : { id: anchor(heading), question: heading },
      );
      return searchGuide({
        facts: { id: guide.id, ...guide.frontmatter },
        framework: guide.framework.settings.name,
        indexed: indexed.get(guide.id)!,
        titles: titles.get(guide.id)!,
        questions,
      });
    }),
  };
}

/** What the search knows of a guide. */
export function searchGuide({ facts, framework, indexed, titles, questions }: SearchParts): SearchGuide {
  return {
    id: facts.id,
    title: facts.title,
    ...(titles.language !== undefined && { language: titles.language }),
    framework,
    summary: facts.summary,
    names: [...facts.exceptions, ...facts.codes],
    messages: indexed.messages,
    causes: titles.causes.map((cause) => ({
      ...cause,
      signals: Object.values(indexed.causes[cause.id] ?? {}).flat(),
    })),
    questions,
  };
}

type SearchParts = {
  facts: { id: string; title: string; summary: string; exceptions: string[]; codes: string[] };
  /** As people write it. */
  framework: string;
  indexed: MatchGuide;
  titles: GuideTitles;
  questions: SearchGuide['questions'];
};
