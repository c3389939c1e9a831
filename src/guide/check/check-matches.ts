import { join } from 'node:path';
import { match, matchText } from '../../match/index.ts';
import type { MatchIndex } from '../../match/types.ts';
import type { Problem } from '../problems.ts';
import { identify } from '../../match/identify.ts';
import { tracesOf, type Traced } from '../records.ts';
import { parsedTraces } from './parsed-traces.ts';
import { Report } from './report.ts';

/** What is asked of a guide whose traces are matched. */
export type TracedGuide = { id: string; causes: Traced[] };

/**
 * Checks that every recorded trace leads to its own guide and cause first, and surely to no other guide.
 * @param dir the content folder
 */
export function checkMatches(guide: TracedGuide, index: MatchIndex, dir: string): Problem[] {
  const report = new Report({ dir });
  for (const cause of guide.causes) checkCause(guide, cause, index, report);
  return report.problems;
}

function checkCause(guide: TracedGuide, cause: Traced, index: MatchIndex, report: Report): void {
  for (const { dir, trace } of tracesOf(cause)) {
    const file = join(dir, 'trace.txt');
    const matched = matchRecorded(trace, index);
    const { found } = identify(matched);
    if (found !== `${guide.id}/${cause.id}`) {
      const message = `must lead to ${guide.id}/${cause.id} first, found ${found ?? 'no guide'}. Make exceptions and messages of guide.mdx, or signals of cause.mdx, fit this trace and no other.`;
      report.file(file, message);
    }
    const others = matched
      .flatMap(({ hits }) => hits)
      .filter((hit) => hit.guide !== guide.id && hit.confidence !== 'possible');
    for (const other of new Set(others.map((hit) => hit.guide))) {
      const message = `must lead to no other guide, found ${other} too. Make the exceptions and messages of one of them more exact.`;
      report.file(file, message);
    }
  }
}

/** `matchText` of a trace that other checks have parsed. */
function matchRecorded(text: string, index: MatchIndex): ReturnType<typeof matchText> {
  const traces = parsedTraces(text);
  if (traces.length === 0) return matchText(text, index);
  const lines = text.split(/\r?\n/);
  return traces.map((trace) => ({ trace, hits: match(trace, index, () => ({ lines, first: 1 })) }));
}
