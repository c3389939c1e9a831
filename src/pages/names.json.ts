import type { Name } from '../search/names.ts';
import { guideEntries, siteEntry } from '../site/content.ts';

/** Every name under which a guide is found. */
export async function GET(): Promise<Response> {
  const [{ frameworks }, guides] = await Promise.all([siteEntry(), guideEntries()]);
  const names: Name[] = guides.flatMap(({ id, title, framework, exceptions, codes }) => {
    const frameworkName = frameworks.find((candidate) => candidate.id === framework)!.name;
    return [...exceptions, ...codes].map((name) => ({ name, guide: id, title, framework: frameworkName }));
  });
  return Response.json(names);
}
