import { hash } from '../cache.ts';
import type { CompiledFacts } from '../compile.ts';
import type { CompiledPage } from '../compile-page.ts';
import type { Content } from '../content.ts';
import { matchIndex } from '../match-index.ts';
import type { Problem } from '../problems.ts';
import type { KeptGuides } from '../kept-guides.ts';
import { checkAnchors, checkGuide, createRelatedCheck } from './check-guide.ts';
import { checkFrames } from './check-frames.ts';
import { checkIds } from './check-ids.ts';
import { checkLayers } from './check-layers.ts';
import { createLinkCheck } from './check-links.ts';
import { checkMatches } from './check-matches.ts';
import { checkRecords } from './check-records.ts';
import { checkSigns } from './check-signs.ts';
import { checkWorkflow } from './check-workflow.ts';
import { Report } from './report.ts';

/**
 * Finds what is wrong between files: the schema and the MDX of each are right already.
 * @param compiled facts of the compiled guides by id; one that is missing is checked all the same, without its links
 * @param kept guides in which an earlier check found nothing: only what other guides can change is checked in them
 */
export function checkContent(
  content: Content,
  compiled: ReadonlyMap<string, Pick<CompiledFacts, 'references' | 'questions'>>,
  pages: CompiledPage[] = [],
  kept?: Pick<KeptGuides, 'compiledOf' | 'indexOf'>,
): Problem[] {
  const report = new Report(content);
  const index = matchIndex(content);
  const indexKey = hash(JSON.stringify(index));
  const relatedOf = createRelatedCheck(content, report);
  const links = createLinkCheck(content, compiled, report);
  checkIds(content, report);
  for (const guide of content.guides) {
    const page = compiled.get(guide.id);
    relatedOf(guide);
    if (page) links.checkGuide(guide, page);
    if (kept?.indexOf(guide.id) !== indexKey)
      for (const cause of guide.causes) checkMatches(guide, cause, index, report);
    if (kept?.compiledOf(guide.id)) continue;
    checkGuide(guide, report);
    checkWorkflow(guide, report);
    checkAnchors(guide, page, report);
    checkSigns(guide, report);
    for (const cause of guide.causes) {
      checkLayers(guide, cause, report);
      checkRecords(guide, cause, report);
      checkFrames(guide, cause, report);
    }
  }
  links.checkPages(pages);
  links.checkSite();
  return report.problems;
}
