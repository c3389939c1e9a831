import type { APIRoute, GetStaticPaths } from 'astro';
import { compiledGuide, guideEntries } from '../../../site/content.ts';

export const getStaticPaths = (async () =>
  (await guideEntries()).map((entry) => {
    const [framework, guide] = entry.id.split('/');
    return { params: { framework, guide }, props: { entry } };
  })) satisfies GetStaticPaths;

/** A guide's Markdown twin. */
export const GET: APIRoute = async ({ props }) => {
  const { markdown } = await compiledGuide(props['entry']);
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
