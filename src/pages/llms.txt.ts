import { guideEntries, siteEntry } from '../site/content.ts';

/** What is here, for language models; the form is that of llmstxt.org. */
export async function GET({ site: origin }: { site: URL | undefined }): Promise<Response> {
  const [site, guides] = await Promise.all([siteEntry(), guideEntries()]);
  const absolute = (path: string) => new URL(import.meta.env.BASE_URL + path, origin).href;
  const sections = site.frameworks.map(({ id, name, summary }) => {
    const list = guides
      .filter(({ framework }) => framework === id)
      .map((guide) => `- [${guide.title}](${absolute(`guides/${guide.id}.md`)}): ${guide.summary}`);
    return `## ${name}\n\n${summary}\n\n${list.join('\n')}`;
  });
  const data = `## Data\n\n- [All guides](${absolute('guides.json')})\n- [Names of errors](${absolute('names.json')})\n- [Match index](${absolute('match/index.json')})`;
  return new Response(`# ${site.name}\n\n> ${site.description}\n\n${[...sections, data].join('\n\n')}\n`);
}
