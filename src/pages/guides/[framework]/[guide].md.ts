import type { APIRoute, GetStaticPaths } from 'astro';
import { compiledGuide, guideEntries } from '../../../site/content.ts';

// A build writes twins by itself, without a route for each.
export const getStaticPaths = (async () =>
  (import.meta.env.DEV ? await guideEntries() : []).map((entry) => {
    const [framework, guide] = entry.id.split('/');
    return { params: { framework, guide }, props: { entry } };
  })) satisfies GetStaticPaths;

/** A guide's Markdown twin, while `astro dev` runs. */
export const GET: APIRoute = async ({ props }) => {
  const { markdown } = await compiledGuide(props['entry']);
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
