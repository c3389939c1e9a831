import { siteEntry } from '../site/content.ts';
import { sealSvg } from '../site/identity.ts';
import picture from '../styles/seal.svg?raw';

/** The seal of what is proved, in the language of the site. */
export async function GET(): Promise<Response> {
  const { locale } = await siteEntry();
  return new Response(sealSvg(picture, locale), { headers: { 'Content-Type': 'image/svg+xml' } });
}
