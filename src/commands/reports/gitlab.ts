import { errorId } from './error-id.ts';
import { checkoutPath, describeHit, placeOf, titleOf } from './describe.ts';
import { byImportance, type FoundError, type Report, type ReportOptions } from './types.ts';

/**
 * GitLab's Code Quality report: an issue an error, at the program's own frame or else in the log. Source: GitLab's
 * documentation, "Code Quality", "Code Quality report format".
 */
export const gitlab: Report = {
  end(findings, options) {
    const issues = byImportance(findings)
      .slice(0, options.max)
      .map((error) => issue(error, options));
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};

function issue({ file: log, group }: FoundError, { guides, folder }: ReportOptions) {
  const place = placeOf(group);
  const source = place && checkoutPath(place.file, folder);
  const [path, line] =
    source === undefined ? [log ?? 'standard input', group.first[0]] : [source, place!.line ?? 1];
  const [hit] = group.hits;
  const told = hit && describeHit(hit, guides);
  const explained = told ? [told.cause ?? told.guide, told.fix] : ['No guide fits'];
  const sentences = [titleOf(group), ...explained].filter((text) => text !== undefined);
  const description = sentences.map((text) => text.replace(/\.$/, '')).join('. ');
  return {
    description: hit ? `${description}. ${guides.address(hit)}` : description,
    check_name: hit ? [hit.guide, hit.cause].filter(Boolean).join('/') : 'no-guide',
    fingerprint: errorId(group.trace),
    severity: 'major',
    location: { path, lines: { begin: Math.max(1, line) } },
  };
}
