import type { Group, Scan } from '../../match/scan.ts';
import type { Hit } from '../../match/types.ts';
import type { GuideSource } from '../guide-source.ts';

/** What was found in one file, or in standard input, which has no name. */
export type Finding = { file: string | undefined; scan: Scan };

export type ReportOptions = {
  guides: GuideSource;
  hasColour: boolean;
  /** The largest number of errors to report; all when absent. */
  max: number | undefined;
  /** The folder whose files an annotation can be at: the checkout. */
  folder: string;
};

/** A form of what `match` prints; one file and one line of the table in `index.ts`. */
export type Report = {
  /** What is printed as soon as a file is read. */
  file?(finding: Finding, options: ReportOptions): string;
  /** What is printed when all are read. */
  end?(findings: Finding[], options: ReportOptions): string | Promise<string>;
};

/** An error, and the file that it stands in. */
export type FoundError = { file: string | undefined; group: Group };

const IMPORTANCE: Record<Hit['confidence'], number> = { exact: 3, likely: 2, possible: 1 };

/**
 * The errors of all files, the most important first: surely explained, then likely, then possible, then without a guide;
 * among equals as they occur.
 */
export function byImportance(findings: Finding[]): FoundError[] {
  const rank = ({ hits: [hit] }: Group) => (hit ? IMPORTANCE[hit.confidence] : 0);
  return findings
    .flatMap(({ file, scan }) => scan.groups.map((group) => ({ file, group })))
    .sort((a, b) => rank(b.group) - rank(a.group));
}
