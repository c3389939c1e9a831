import { code, escapeMarkdown } from '../markdown-text.ts';
import { describeHit, placeOf, placeText, titleOf } from './describe.ts';
import { byImportance, type FoundError, type Report, type ReportOptions } from './types.ts';

/** A report for a job's summary or a comment: a heading an error, the most important first. */
export const markdown: Report = {
  end(findings, options) {
    const errors = byImportance(findings);
    const lines = findings.reduce((sum, { scan }) => sum + scan.lines, 0);
    const shown = errors.slice(0, options.max);
    const rest = errors.length - shown.length;
    const count = `${errors.length === 0 ? 'No error' : errors.length === 1 ? '1 error' : `${errors.length} different errors`} in ${lines} ${lines === 1 ? 'line' : 'lines'}.`;
    return [
      `## Errors\n\n${count}\n`,
      ...shown.map((error) => paragraph(error, options)),
      ...(rest > 0 ? [`${rest} more are left out.\n`] : []),
    ].join('\n');
  },
};

function paragraph({ file, group }: FoundError, { guides }: ReportOptions): string {
  const place = placeOf(group);
  const [from, to] = group.first;
  const span = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  const times = group.count > 1 ? `, ${group.count} times` : '';
  const hits = group.hits.map((hit) => {
    const { guide, cause, fix } = describeHit(hit, guides);
    const name = escapeMarkdown([guide, cause].filter(Boolean).join(': '));
    const address = guides.address(hit);
    const link = /^https?:/.test(address) ? `[${name}](${address})` : `${name} (${code(address)})`;
    return `- ${link} (${hit.confidence})${fix ? `. ${escapeMarkdown(fix)}` : ''}`;
  });
  return [
    `### ${code(titleOf(group))}`,
    '',
    ...(place ? [`${code(placeText(place))}  `] : []),
    `${[...(file === undefined ? [] : [code(file)]), span].join(', ')}${times}`,
    '',
    ...(hits.length > 0 ? hits : ['No guide fits.']),
    '',
  ].join('\n');
}
