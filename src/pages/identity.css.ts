import { siteEntry } from '../site/content.ts';

/** The accent of site.yaml in place of the usual one; pages link to it where there is one. */
export async function GET(): Promise<Response> {
  const { accent } = await siteEntry();
  const rules = accent
    ? `:root:root{--accent:light-dark(${accent.light},${accent.dark});--accent-paper:color-mix(in srgb,var(--accent) 18%,var(--paper))}\n`
    : '/* site.yaml names no accent. */\n';
  return new Response(rules, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
}
