import type { CompiledFacts } from '../compile.ts';
import type { Guide } from '../content.ts';
import type { Problem } from '../problems.ts';
import { checkFrames } from './check-frames.ts';
import { checkAnchors, checkGuide } from './check-guide.ts';
import { checkLayers } from './check-layers.ts';
import { checkRecords } from './check-records.ts';
import { checkSigns } from './check-signs.ts';
import { checkWorkflow } from './check-workflow.ts';
import { Report } from './report.ts';

/**
 * Finds what is wrong between the files of a guide, which no other guide can change.
 * @param compiled its compiled facts; absent when something is wrong in its text
 * @param dir the content folder
 */
export function checkOwn(
  guide: Guide,
  compiled: Pick<CompiledFacts, 'questions'> | undefined,
  dir: string,
): Problem[] {
  const report = new Report({ dir });
  checkGuide(guide, report);
  checkWorkflow(guide, report);
  checkAnchors(guide, compiled, report);
  checkSigns(guide, report);
  for (const cause of guide.causes) {
    checkLayers(guide, cause, report);
    checkRecords(guide, cause, report);
    checkFrames(guide, cause, report);
  }
  return report.problems;
}
