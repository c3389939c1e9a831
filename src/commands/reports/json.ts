import type { Exception } from '../../trace/types.ts';
import { appFrame } from '../../match/fingerprint.ts';
import type { Group, Scan } from '../../match/scan.ts';
import { guidePath } from '../../match/guide-path.ts';
import type { Report } from './types.ts';

/** One JSON object a file, one a line. */
export const json: Report = {
  file: ({ file, scan }, { max }) => `${JSON.stringify(scanToJson(file, scan, max))}\n`,
};

/** What the command line prints as JSON for one file, or for standard input, which has no name. */
function scanToJson(file: string | undefined, { groups, lines, dropped, cut }: Scan, max?: number) {
  return {
    ...(file === undefined ? {} : { file }),
    traces: groups.slice(0, max).map(groupReport),
    lines,
    ...(dropped === 0 ? {} : { dropped }),
    ...(cut === 0 ? {} : { cut }),
  };
}

function groupReport({ trace, hits, count, first }: Group) {
  const frame = appFrame(trace);
  return {
    language: trace.language,
    format: trace.format,
    count,
    span: first,
    root: named(trace.exceptions[trace.root]),
    reported: named(trace.exceptions[trace.reported]),
    frames: trace.exceptions[trace.root]?.frames.length ?? 0,
    appFrame: frame === undefined ? null : { file: frame.file, line: frame.line, function: frame.function },
    hits: hits.map((hit) => ({
      guide: hit.guide,
      cause: hit.cause,
      confidence: hit.confidence,
      url: guidePath(hit),
      evidence: hit.evidence,
    })),
  };
}

const named = (exception: Exception | undefined) => ({
  type: exception?.type ?? '',
  message: exception?.message ?? '',
  code: exception?.code ?? null,
});
