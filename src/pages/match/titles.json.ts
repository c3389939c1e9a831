import { siteEntry } from '../../site/content.ts';

/** Titles and questions of the guides that the matcher finds: they find nothing, so the index goes without them. */
export async function GET(): Promise<Response> {
  return Response.json((await siteEntry()).titles);
}
