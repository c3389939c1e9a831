import type { CompiledGuide } from '../compile.ts';
import type { CompiledPage } from '../compile-page.ts';
import type { Content } from '../content.ts';
import { matchIndex } from '../match-index.ts';
import type { Problem } from '../problems.ts';
import { checkAnchors, checkGuide } from './check-guide.ts';
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
 * @param compiled the compiled guides by id; one that is missing is checked all the same, without its links
 */
export function checkContent(
  content: Content,
  compiled: ReadonlyMap<string, { value: CompiledGuide }>,
  pages: CompiledPage[] = [],
): Problem[] {
  const report = new Report(content);
  const index = matchIndex(content);
  const links = createLinkCheck(content, report);
  checkIds(content, report);
  for (const guide of content.guides) {
    const page = compiled.get(guide.id)?.value;
    checkGuide(content, guide, report);
    checkWorkflow(guide, report);
    checkAnchors(guide, page, report);
    checkSigns(guide, report);
    for (const cause of guide.causes) {
      checkLayers(guide, cause, report);
      checkRecords(guide, cause, report);
      checkFrames(guide, cause, report);
      checkMatches(guide, cause, index, report);
    }
    if (page) links.checkGuide(guide, page);
  }
  links.checkPages(pages);
  links.checkSite();
  return report.problems;
}
