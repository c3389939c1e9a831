import type * as z from 'zod';
import type { GuideSource } from '../commands/guide-source.ts';
import { didYouMean } from '../guide/problems.ts';
import { splitSections } from '../guide/sections.ts';
import { plainSign } from '../guide/sign.ts';
import type { GuideTitles } from '../match/types.ts';
import { Refusal } from './refusal.ts';
import type { GuideAnswer, guideInput } from './schemas.ts';

/**
 * A guide as Markdown, or the part of it that is about one cause.
 * @throws Refusal for a guide or a cause that is unknown
 */
export async function getGuide(
  { id, cause }: z.output<typeof guideInput>,
  guides: GuideSource,
): Promise<{ answer: GuideAnswer; markdown: string }> {
  const ids = guides.index.guides.map((guide) => guide.id);
  if (!ids.includes(id))
    throw new Refusal(
      `There is no guide ${JSON.stringify(id)}.${didYouMean(id, ids)} Look for one with search_guides.`,
    );
  // An index alone tells what finds a guide, not what it is called.
  const guide = guides.titles.get(id) ?? { id, title: id, causes: [] };
  const answer = {
    id,
    title: guide.title,
    address: guides.address({ guide: id, cause: null }),
    causes: guide.causes.map(({ id: cause, title, sign, fix }) => ({
      id: cause,
      title,
      sign: plainSign(sign),
      fix,
      address: guides.address({ guide: id, cause }),
    })),
  };
  const markdown = await guides.markdown(id);
  return { answer, markdown: cause === undefined ? markdown : partOf(markdown, guide, cause) };
}

/** The part of a guide's Markdown under the heading of a cause. */
function partOf(markdown: string, { id, causes }: GuideTitles, wanted: string): string {
  const cause = causes.find((candidate) => candidate.id === wanted);
  const ids = causes.map((candidate) => candidate.id);
  if (!cause)
    throw new Refusal(
      `The guide ${id} has no cause ${JSON.stringify(wanted)}.${didYouMean(wanted, ids)} It has: ${ids.join(', ')}.`,
    );
  const parts = splitSections(markdown, 2, 1).flatMap((section) => splitSections(section.markdown, 3, 1));
  const part = parts.find(({ heading }) => heading === cause.title);
  return part ? `### ${cause.title}\n${part.markdown.trimEnd()}\n` : markdown;
}
