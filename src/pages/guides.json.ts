import { guideEntries, siteEntry } from '../site/content.ts';

/** All guides as data, for other tools. */
export async function GET({ site }: { site: URL | undefined }): Promise<Response> {
  const [{ frameworks }, guides] = await Promise.all([siteEntry(), guideEntries()]);
  const absolute = (path: string) => new URL(import.meta.env.BASE_URL + path, site).href;
  return Response.json(
    guides.map(({ compiled: _, framework, ...guide }) => {
      const { name, language } = frameworks.find(({ id }) => id === framework)!;
      return {
        ...guide,
        framework: { id: framework, name, language },
        url: absolute(`guides/${guide.id}/`),
        markdown: absolute(`guides/${guide.id}.md`),
      };
    }),
  );
}
