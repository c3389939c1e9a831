import { appendFile, stat } from 'node:fs/promises';
import { checkoutPath, describeHit, placeOf, placeText, titleOf } from './describe.ts';
import { markdown } from './markdown.ts';
import { byImportance, type Finding, type FoundError, type Report, type ReportOptions } from './types.ts';

/** GitHub shows ten errors and ten warnings a step and drops the rest without a word. */
const SHOWN = 10;

/**
 * Workflow commands that GitHub shows as annotations at the program's own frame, and all errors in the job summary.
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions".
 */
export const github: Report = {
  async end(findings, options) {
    const errors = byImportance(findings);
    const most = Math.min(options.max ?? SHOWN, SHOWN);
    const shown = errors.slice(0, most);
    const summary = process.env['GITHUB_STEP_SUMMARY'];
    if (summary) await appendFile(summary, await summaryText(findings, options, await sizeOf(summary)));
    const rest = errors.length - shown.length;
    const place = summary ? 'they are in the job summary' : '"--format markdown" tells them';
    const more = rest > 0 ? [`${rest} more of ${errors.length} errors are not annotated: ${place}.`] : [];
    return [...shown.map((error) => annotation(error, options)), ...more].map((line) => `${line}\n`).join('');
  },
};

/** GitHub drops the whole summary of a step when it has more bytes. */
const MAX_SUMMARY = 1024 * 1024;

/** All errors as Markdown, or as many of the most important as the summary has room for. */
async function summaryText(findings: Finding[], options: ReportOptions, used: number): Promise<string> {
  for (let max = byImportance(findings).length; ; max = Math.floor(max / 2)) {
    const text = await markdown.end!(findings, { ...options, max });
    if (max === 0 || Buffer.byteLength(text) + used <= MAX_SUMMARY) return text;
  }
}

function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

function annotation({ file: log, group }: FoundError, { guides, folder }: ReportOptions): string {
  const place = placeOf(group);
  const file = place && checkoutPath(place.file, folder);
  const [hit] = group.hits;
  const told = hit && describeHit(hit, guides);
  const lines = [
    titleOf(group),
    ...(file === undefined && place ? [`at ${placeText(place)}`] : []),
    ...(log === undefined ? [] : [`in ${log}, line ${group.first[0]}`]),
    ...(told
      ? [told.cause ?? told.guide, ...(told.fix ? [told.fix] : []), guides.address(hit!)]
      : ['No guide fits.']),
  ];
  const properties = [
    ...(file === undefined ? [] : [`file=${escapeProperty(file)}`]),
    ...(file === undefined || place?.line === undefined ? [] : [`line=${place.line}`]),
    `title=${escapeProperty(told ? told.guide : 'Error without a guide')}`,
  ];
  return `::error ${properties.join(',')}::${escapeData(lines.join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
