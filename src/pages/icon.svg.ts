import { siteEntry } from '../site/content.ts';
import book from '../site/mark.svg?raw';

/** The site's mark: that of site.yaml, or the open book. */
export async function GET(): Promise<Response> {
  const { mark } = await siteEntry();
  return new Response(mark ?? book, { headers: { 'Content-Type': 'image/svg+xml' } });
}
