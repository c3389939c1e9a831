import { content } from 'virtual:tracebook/content';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
// @ts-expect-error Astro's own MDX modules use it, its types do not name it.
import { __astro_tag_component__ } from 'astro/runtime/server/index.js';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { CompiledGuide } from '../guide/compile.ts';
import type { GuideEntry, SiteEntry } from '../guide/entries.ts';
import { formatter } from '../locales/format.ts';
import { messagesOf } from '../locales/index.ts';
import { languageAttributes } from './language-attributes.ts';

/** site.yaml, the frameworks, the match index and its titles. */
export function siteEntry(): Promise<SiteEntry> {
  return content.site();
}

/**
 * The texts of the interface, and what puts values into them.
 * @param language of the guide that a page or a component shows: `text` are the attributes of its words, `own` those of
 *   the interface within them; both are empty where the two have one language
 */
export async function siteLocale(language?: string) {
  const t = messagesOf((await siteEntry()).locale);
  return { t, ...formatter(t.formats), ...languageAttributes(t, language) };
}

/** All guides, by framework and title. */
export function guideEntries(): Promise<GuideEntry[]> {
  return content.guides();
}

/** The compiled guide of an entry. */
export function compiledGuide({ compiled }: GuideEntry): Promise<CompiledGuide> {
  return content.compiled(compiled);
}

/** A component that renders compiled MDX. Needs the renderer of @astrojs/mdx. */
export function proseComponent(code: string): AstroComponentFactory {
  const { default: Content } = new Function(code)({ Fragment, jsx, jsxs }) as {
    default: AstroComponentFactory;
  };
  __astro_tag_component__(Content, 'astro:jsx');
  return Content;
}
