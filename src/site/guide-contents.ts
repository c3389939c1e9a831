import type { CompiledGuide } from '../guide/compile.ts';
import { pageSections } from '../guide/page-sections.ts';

/** A part of a page, and the parts within it. */
export type ContentsItem = { id: string; label: string; below?: ContentsItem[] };

/** The entries of a guide's contents: every part of its page that has a heading. */
export function guideContents(
  { causes, sections, facts }: CompiledGuide,
  hasRelated: boolean,
): ContentsItem[] {
  const labels: Partial<Record<keyof typeof pageSections, string>> = {
    causes: causesTitle(causes.length),
    testing: 'Proof and tests',
    byHand: `By hand, ${facts.minutes} minutes`,
  };
  return Object.entries(pageSections).flatMap(([key, section]) => {
    if (!('title' in section) || (key === 'related' && !hasRelated)) return [];
    const isEmpty = key in sections && sections[key as keyof typeof sections].markdown.trim() === '';
    if (isEmpty && key !== 'testing' && key !== 'trace') return [];
    const below = key === 'causes' && {
      below: causes.map(({ id, facts: { short } }, i) => ({
        id,
        label: causes.length > 1 ? `${i + 1} ${short}` : short,
      })),
    };
    return { id: section.id, label: labels[key as keyof typeof labels] ?? section.title, ...below };
  });
}

/** `The cause`, `4 causes`. */
export const causesTitle = (count: number) => (count === 1 ? 'The cause' : `${count} causes`);
