import { guideEntries, siteEntry } from '../site/content.ts';

/** All guides as data, for other tools. */
export async function GET({ site }: { site: URL | undefined }): Promise<Response> {
  const [{ frameworks }, guides] = await Promise.all([siteEntry(), guideEntries()]);
  const absolute = (path: string) => new URL(import.meta.env.BASE_URL + path, site).href;
  return Response.json(
    guides.map(({ id, framework, title, summary, exceptions, codes, published, proved, causes, related }) => {
      const { name, language } = frameworks.find((candidate) => candidate.id === framework)!;
      const url = absolute(`guides/${id}/`);
      const markdown = absolute(`guides/${id}.md`);
      return {
        id,
        framework: { id: framework, name, language },
        title,
        summary,
        exceptions,
        codes,
        causes,
        related,
        published,
        proved,
        url,
        markdown,
      };
    }),
  );
}
