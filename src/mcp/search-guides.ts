import type * as z from 'zod';
import type { GuideSource } from '../commands/guide-source.ts';
import { rank, splitGuesses } from '../search/rank.ts';
import { code } from '../commands/markdown-text.ts';
import { listItem } from './list-item.ts';
import { Refusal } from './refusal.ts';
import { MOST_QUERY, type SearchAnswer, type searchInput } from './schemas.ts';

/**
 * Finds guides by names, codes, messages and signs, in the order in which the page has them.
 * @throws Refusal for a query without words, or one that is too long
 */
export async function searchGuides(
  { query, max }: z.output<typeof searchInput>,
  guides: GuideSource,
): Promise<{ answer: SearchAnswer; markdown: string }> {
  if (query.trim().length < 2)
    throw new Refusal('The query is empty. Pass an exception name, an error code or a few words.');
  if (query.length > MOST_QUERY)
    throw new Refusal(
      `The query has ${query.length} characters, and at most ${MOST_QUERY} are searched for. Pass a text with a stack trace to match_trace.`,
    );
  const known = await guides.search();
  const { exact, guesses } = splitGuesses(rank(known.guides, query));
  const results = [...exact, ...guesses]
    .slice(0, max)
    .map(({ guide, anchor, title, framework, label, why, isGuess }) => {
      const causes = known.guides.find(({ id }) => id === guide)!.causes;
      const cause = causes.find(({ id }) => id === anchor);
      return {
        guide,
        ...(cause && { cause: cause.id }),
        title,
        framework,
        ...(label && { label }),
        why: why.replaceAll('**', ''),
        isGuess,
        ...(cause && { fix: cause.fix }),
        address: guides.address({ guide, cause: anchor ?? null }),
      };
    });
  return { answer: { results }, markdown: markdownOf(results) };
}

function markdownOf(results: SearchAnswer['results']): string {
  if (results.length === 0) return 'No guide fits.';
  return results
    .map(({ guide, title, label, framework, why, isGuess, fix, address }) =>
      listItem([title, label].filter(Boolean).join(': '), address, [
        framework,
        isGuess ? `did you mean ${code(why)}?` : `by ${code(why)}`,
        ...(fix ? [`fix: ${fix}`] : []),
        `get_guide ${code(guide)}`,
      ]),
    )
    .join('\n');
}
