import type { CompiledGuide } from '../guide/compile.ts';
import { pageSections } from '../guide/page-sections.ts';
import { formatter } from '../locales/format.ts';
import type { Messages } from '../locales/index.ts';
import type { LanguageAttributes } from './language-attributes.ts';

/** A part of a page, and the parts within it. */
export type ContentsItem = {
  id: string;
  label: string;
  below?: ContentsItem[];
  language?: LanguageAttributes;
};

/** The entries of a guide's contents: every part of its page that has a heading. */
export function guideContents(
  { causes, sections, frontmatter }: CompiledGuide,
  hasRelated: boolean,
  messages: Messages,
  language: LanguageAttributes,
): ContentsItem[] {
  const { plural } = formatter(messages.formats);
  const labels: Partial<Record<string, string>> = {
    ...messages.sections,
    causes: plural(messages.guide.causes, causes.length),
    byHand: plural(messages.guide.byHandShort, frontmatter.minutes),
  };
  return Object.entries(pageSections).flatMap(([key, section]) => {
    const label = labels[key];
    if (label === undefined || !('id' in section) || (key === 'related' && !hasRelated)) return [];
    const isEmpty = key in sections && sections[key as keyof typeof sections].markdown.trim() === '';
    if (isEmpty && key !== 'testing' && key !== 'trace') return [];
    const below = key === 'causes' && {
      below: causes.map(({ id, frontmatter: { short } }, i) => ({
        id,
        label: causes.length > 1 ? `${i + 1} ${short}` : short,
        language,
      })),
    };
    return { id: section.id, label, ...below };
  });
}
