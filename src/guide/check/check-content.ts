import type { CompiledFacts } from '../compile.ts';
import type { CompiledPage } from '../compile-page.ts';
import type { Content, Guide } from '../content.ts';
import { matchIndex } from '../match-index.ts';
import type { Problem } from '../problems.ts';
import { createRelatedCheck } from './check-guide.ts';
import { checkIds } from './check-ids.ts';
import { createLinkCheck } from './check-links.ts';
import { checkMatches } from './check-matches.ts';
import { checkOwn } from './check-own.ts';
import { Report } from './report.ts';

type Compiled = ReadonlyMap<string, Pick<CompiledFacts, 'references' | 'questions'>>;

/** Gives the problems of a guide that need its texts: its own ones, and those of where its traces lead. */
export type CheckTexts = { own(guide: Guide): Problem[]; matches(guide: Guide): Problem[] };

/**
 * Finds what is wrong between files: the schema and the MDX of each are right already.
 * @param compiled facts of the compiled guides by id; one that is missing is checked all the same, without its links
 * @param texts gives what was found already; without it, everything is checked here
 */
export function checkContent(
  content: Content,
  compiled: Compiled,
  pages: CompiledPage[] = [],
  texts: CheckTexts = checkHere(content, compiled),
): Problem[] {
  const report = new Report(content);
  const checkRelated = createRelatedCheck(content, report);
  const links = createLinkCheck(content, compiled, report);
  checkIds(content, report);
  for (const guide of content.guides) {
    const page = compiled.get(guide.id);
    checkRelated(guide);
    if (page) links.checkGuide(guide, page);
    report.problems.push(...texts.matches(guide), ...texts.own(guide));
  }
  links.checkPages(pages);
  links.checkSite();
  return report.problems;
}

function checkHere(content: Content, compiled: Compiled): CheckTexts {
  const index = matchIndex(content);
  return {
    own: (guide) => checkOwn(guide, compiled.get(guide.id), content.dir),
    matches: (guide) => checkMatches(guide, index, content.dir),
  };
}
