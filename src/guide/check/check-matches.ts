import { join } from 'node:path';
import { match, matchText } from '../../match/index.ts';
import type { MatchIndex } from '../../match/types.ts';
import type { Cause, Guide } from '../content.ts';
import { identify } from '../../match/identify.ts';
import { tracesOf } from '../records.ts';
import { parsedTraces } from './parsed-traces.ts';
import type { Report } from './report.ts';

/** Checks that every recorded trace leads to its own guide and cause first, and surely to no other guide. */
export function checkMatches(guide: Guide, cause: Cause, index: MatchIndex, report: Report): void {
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
