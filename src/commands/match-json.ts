import type { Exception } from '../trace/types.ts';
import { appFrame } from '../match/fingerprint.ts';
import type { Group, Scan } from '../match/scan.ts';
import type { Hit } from '../match/types.ts';

/** What the command line prints as JSON for one file, or for standard input, which has no name. */
export function scanToJson(file: string | undefined, { groups, lines, dropped, cut }: Scan) {
  return {
    ...(file === undefined ? {} : { file }),
    traces: groups.map(groupReport),
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
      url: guideUrl(hit),
      evidence: hit.evidence,
    })),
  };
}

const named = (exception: Exception | undefined) => ({
  type: exception?.type ?? '',
  message: exception?.message ?? '',
  code: exception?.code ?? null,
});

/** Where a hit's guide and cause are on the site. */
export const guideUrl = (hit: Hit) => `/guides/${hit.guide}/${hit.cause === null ? '' : `#${hit.cause}`}`;
