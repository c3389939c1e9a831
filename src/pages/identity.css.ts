import { siteEntry } from '../site/content.ts';
import { identityStyles } from '../site/identity.ts';
import { link } from '../site/links.ts';

/** What makes a site look like itself: the accent of site.yaml, the seal in its language, theme.css. Pages link to it where there is any. */
export async function GET(): Promise<Response> {
  const styles = identityStyles(await siteEntry(), link('/seal.svg'));
  return new Response(styles, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
}
