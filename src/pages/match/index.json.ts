import { siteEntry } from '../../site/content.ts';

/** The match index: what the matcher in the page knows, for other tools too. */
export async function GET(): Promise<Response> {
  return Response.json((await siteEntry()).index);
}
