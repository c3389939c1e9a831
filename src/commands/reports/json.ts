import type { Exception, Frame } from '../../trace/types.ts';
import { appFrame } from '../../match/fingerprint.ts';
import type { Group, Scan } from '../../match/scan.ts';
import { guidePath } from '../../match/guide-path.ts';
import type { GuideSource } from '../guide-source.ts';
import { describeHit } from './describe.ts';
import type { Report } from './types.ts';

/** One JSON object a file, one a line. */
export const json: Report = {
  file: ({ file, scan }, { guides, max }) =>
    `${JSON.stringify({ ...(file === undefined ? {} : { file }), ...scanReport(scan, guides, max) })}\n`,
};

/**
 * What was found in a text, as plain data: what `match --json` prints, and what `match_trace` answers.
 * @param max the largest number of errors to report; `omitted` counts the rest
 */
export function scanReport({ groups, lines, dropped, cut }: Scan, guides: GuideSource, max?: number) {
  const traces = groups.slice(0, max).map((group) => groupReport(group, guides));
  return {
    traces,
    lines,
    ...(traces.length === groups.length ? {} : { omitted: groups.length - traces.length }),
    ...(dropped === 0 ? {} : { dropped }),
    ...(cut === 0 ? {} : { cut }),
  };
}

function groupReport({ trace, hits, count, first }: Group, guides: GuideSource) {
  return {
    language: trace.language,
    format: trace.format,
    count,
    span: first,
    root: named(trace.exceptions[trace.root]),
    reported: named(trace.exceptions[trace.reported]),
    frames: trace.exceptions[trace.root]?.frames.length ?? 0,
    appFrame: frameReport(appFrame(trace)),
    hits: hits.map((hit) => {
      const { guide, cause, fix } = describeHit(hit, guides);
      return {
        guide: hit.guide,
        cause: hit.cause,
        confidence: hit.confidence,
        title: guide,
        ...(cause === undefined ? {} : { causeTitle: cause }),
        ...(fix === undefined ? {} : { fix }),
        url: guidePath(hit),
        address: guides.address(hit),
        evidence: hit.evidence,
      };
    }),
  };
}

function frameReport(frame: Frame | undefined) {
  if (frame === undefined) return null;
  const { file, line, function: name } = frame;
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(name === undefined ? {} : { function: name }),
  };
}

const named = (exception: Exception | undefined) => ({
  type: exception?.type ?? '',
  message: exception?.message ?? '',
  code: exception?.code ?? null,
});
