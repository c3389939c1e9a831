import { guideEntries, siteEntry } from '../site/content.ts';

/** Grows when a field changes its meaning or goes. */
const VERSION = 1;

/** All guides as data, for other tools; `guides.schema.json` describes it. */
export async function GET({ site }: { site: URL | undefined }): Promise<Response> {
  const [{ frameworks }, entries] = await Promise.all([siteEntry(), guideEntries()]);
  const absolute = (path: string) => new URL(import.meta.env.BASE_URL + path, site).href;
  const guides = entries.map((entry) => {
    const { id, title, summary, exceptions, codes, published, proved, related, unproved } = entry;
    const { name, language } = frameworks.find((candidate) => candidate.id === entry.framework)!;
    return {
      id,
      framework: { id: entry.framework, name, language },
      title,
      summary,
      exceptions,
      codes,
      causes: entry.causes.map(({ id: cause, title, short, sign, fix }) => ({
        id: cause,
        title,
        short,
        sign,
        fix,
        url: absolute(`guides/${id}/#${cause}`),
      })),
      related,
      published,
      proved,
      ...(unproved !== undefined && { unproved }),
      url: absolute(`guides/${id}/`),
      markdown: absolute(`guides/${id}.md`),
    };
  });
  return Response.json({ $schema: absolute('guides.schema.json'), version: VERSION, guides });
}
