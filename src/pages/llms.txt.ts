import { guideEntries, siteEntry, siteLocale } from '../site/content.ts';

/** What is here, for language models; the form is that of llmstxt.org. */
export async function GET({ site: origin }: { site: URL | undefined }): Promise<Response> {
  const [site, guides, { t }] = await Promise.all([siteEntry(), guideEntries(), siteLocale()]);
  const texts = t.markdown;
  const absolute = (path: string) => new URL(import.meta.env.BASE_URL + path, origin).href;
  const sections = site.frameworks.map(({ id, name, summary }) => {
    const list = guides
      .filter(({ framework }) => framework === id)
      .map((guide) => `- [${guide.title}](${absolute(`guides/${guide.id}.md`)}): ${guide.summary}`);
    return `## ${name}\n\n${summary}\n\n${list.join('\n')}`;
  });
  const data = `## ${texts.data}\n\n- [${texts.allGuides}](${absolute('guides.json')})\n- [${texts.errorNames}](${absolute('names.json')})\n- [${texts.matchIndex}](${absolute('match/index.json')})`;
  return new Response(`# ${site.name}\n\n> ${site.description}\n\n${[...sections, data].join('\n\n')}\n`);
}
