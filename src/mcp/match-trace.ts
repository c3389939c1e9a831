import type * as z from 'zod';
import type { GuideSource } from '../commands/guide-source.ts';
import { scanFor } from '../commands/find-errors.ts';
import { scanReport } from '../commands/reports/json.ts';
import { code } from '../commands/markdown-text.ts';
import { listItem } from './list-item.ts';
import { Refusal } from './refusal.ts';
import { MOST_TEXT, type MatchAnswer, type matchInput } from './schemas.ts';

/**
 * Names the guide and the cause for every error of a text, as `tracebook match` does.
 * @throws Refusal for a text without words, or one that is too long
 */
export async function matchTrace(
  { text, max, minConfidence }: z.output<typeof matchInput>,
  guides: GuideSource,
): Promise<{ answer: MatchAnswer; markdown: string }> {
  if (text.trim() === '')
    throw new Refusal('The text is empty. Pass a stack trace, an error message or a part of a log.');
  if (text.length > MOST_TEXT)
    throw new Refusal(
      `The text has ${text.length} characters, and at most ${MOST_TEXT} are read. Pass the part with the error, or run: tracebook match FILE`,
    );
  const answer = scanReport(await scanFor([text], guides, { minConfidence }), guides, max);
  return { answer, markdown: markdownOf(answer) };
}

function markdownOf({ traces, lines, omitted = 0 }: MatchAnswer): string {
  if (traces.length === 0) return `No error was found in ${lines} ${lines === 1 ? 'line' : 'lines'}.`;
  return [
    ...traces.map(paragraph),
    ...(omitted > 0 ? [`${omitted} more errors are left out. Ask for more with "max".`] : []),
  ].join('\n\n');
}

const MOST_HITS = 3;
const MOST_NAME = 300;

function paragraph({ root, count, span: [from, to], appFrame, hits }: MatchAnswer['traces'][number]): string {
  const message = root.message.split('\n', 1)[0]!;
  const name = [root.type, message].filter(Boolean).join(': ').slice(0, MOST_NAME);
  const where = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  const place = appFrame?.file && [appFrame.file, appFrame.line].filter((part) => part !== undefined);
  return [
    `## ${code(name || 'An error without a name')}`,
    `${where}${count > 1 ? `, ${count} times` : ''}${place ? `, own code at ${code(place.join(':'))}` : ''}`,
    ...(hits.length === 0 ? ['No guide fits.'] : []),
    ...hits
      .slice(0, MOST_HITS)
      .map(({ title, causeTitle, fix, address, guide, confidence }) =>
        listItem([title, causeTitle].filter(Boolean).join(': '), address, [
          confidence,
          ...(fix ? [`fix: ${fix}`] : []),
          `get_guide ${code(guide)}`,
        ]),
      ),
  ].join('\n');
}
