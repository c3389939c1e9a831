import type { CompiledFacts } from './compile.ts';
import type { Loaded } from './load-content.ts';
import { guideTitles, isInBuckets, matchIndex } from './match-index.ts';

export type SiteEntry = ReturnType<typeof siteEntryOf>;

/** What lists and indexes show of a guide; its page reads the compiled guide from the file it names. */
export type GuideEntry = ReturnType<typeof guideEntry>;

/** What pages show of the whole site: site.yaml, the frameworks, the match index and its titles. */
export function siteEntryOf(loaded: Loaded) {
  const { content, pages } = wholeGuides(loaded);
  const frameworks = content.frameworks.map(({ id, settings }) => ({ id, ...settings }));
  const { theme } = content;
  const index = matchIndex(content);
  return {
    ...content.site,
    pages,
    theme,
    frameworks,
    index,
    isInBuckets: isInBuckets(index),
    titles: guideTitles(content),
  };
}

/** An entry for each guide of which a page can be made. */
export function guideEntriesOf(loaded: Loaded): GuideEntry[] {
  const { content, compiled } = wholeGuides(loaded);
  return content.guides.map((guide) => guideEntry(guide, compiled.get(guide.id)!));
}

function guideEntry(guide: Loaded['content']['guides'][number], facts: CompiledFacts) {
  const { id, framework, frontmatter, causes } = guide;
  return {
    id,
    framework: framework.id,
    title: frontmatter.title,
    summary: frontmatter.summary,
    language: frontmatter.language,
    exceptions: frontmatter.exceptions,
    codes: frontmatter.codes,
    published: frontmatter.published,
    related: frontmatter.related,
    unproved: frontmatter.unproved,
    formerly: frontmatter.formerly,
    proved: facts.proved ?? frontmatter.published,
    /** Day of the oldest proof of the shown environment. */
    firstProved: facts.firstProved,
    questions: facts.questions,
    causes: causes.map(({ id, frontmatter: { title, short, sign, fix, formerly } }) => ({
      id,
      title,
      short,
      sign,
      fix,
      formerly,
    })),
    compiled: facts.path,
  };
}

/** What pages can be made of: the guides that are whole. Only a build insists on all of them. */
function wholeGuides({ content, compiled, ...rest }: Loaded): Loaded {
  const guides = content.guides.filter(
    ({ id, frontmatter, causes }) =>
      compiled.has(id) && causes.some((cause) => cause.id === frontmatter.shows),
  );
  return { ...rest, compiled, content: { ...content, guides } };
}
