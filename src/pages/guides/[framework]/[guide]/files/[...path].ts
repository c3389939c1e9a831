import type { APIRoute, GetStaticPaths } from 'astro';
import { compiledGuide, guideEntries } from '../../../../../site/content.ts';
import { guideFiles } from '../../../../../site/guide-files.ts';

// A build writes files by itself, without a route for each: a guide has ten and more.
export const getStaticPaths = (async () => {
  const entries = import.meta.env.DEV ? await guideEntries() : [];
  const files = await Promise.all(entries.map(async (entry) => guideFiles(await compiledGuide(entry))));
  return files.flat().map(({ path, text }) => {
    const [, framework, guide, rest] = /^\/guides\/([^/]+)\/([^/]+)\/files\/(.+)$/.exec(path)!;
    return { params: { framework, guide, path: rest }, props: { text } };
  });
}) satisfies GetStaticPaths;

/** A file of a guide that its page links to, while `astro dev` runs. */
export const GET: APIRoute = ({ props }) =>
  new Response(props['text'], { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
