import { siteEntry } from '../site/content.ts';
import { sealSvg } from '../site/identity.ts';

/** The seal of what is proved, in the language of the site. */
export async function GET(): Promise<Response> {
  const { locale } = await siteEntry();
  return new Response(sealSvg(locale), { headers: { 'Content-Type': 'image/svg+xml' } });
}
