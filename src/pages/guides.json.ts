import type { APIRoute } from 'astro';
import { guideEntries, siteEntry } from '../site/content.ts';
import { publish, siteBase } from '../site/publish.ts';

/** All guides as data, for other tools. */
export const GET: APIRoute = async ({ site }) => {
  const [{ frameworks }, entries] = await Promise.all([siteEntry(), guideEntries()]);
  const absolute = (path: string) => siteBase(site) + path;
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
  return publish('guides', site, { version: 1, guides });
};
