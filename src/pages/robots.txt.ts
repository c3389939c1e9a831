/** Everything may be read; where the list of pages is. Counts only where the site stands at the root of its host. */
export function GET({ site }: { site: URL | undefined }): Response {
  const sitemap = new URL(`${import.meta.env.BASE_URL}sitemap-index.xml`, site).href;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
