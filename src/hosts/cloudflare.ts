import { prefersMarkdown, sourceOf, twinPath } from './negotiate.ts';
import { encodePath } from './rules.ts';
import { headersFile, redirectsFile } from './static-files.ts';
import type { Host, HostedSite } from './types.ts';

/** Cloudflare Workers with static assets. */
export const cloudflare: Host = {
  name: 'Cloudflare Workers',
  files: (site) => ({
    'wrangler.jsonc': configuration(site),
    'worker.js': worker(site),
    'public/_headers': headersFile(site),
    'public/_redirects': redirectsFile(site),
  }),
  notes: ({ base }) => [
    `Copy dist/ to public${base} and let _headers and _redirects stand in public/ itself; then: npx wrangler deploy`,
    'Cloudflare compresses, and reads at most 2,000 redirects.',
  ],
};

function configuration({ hostname, base }: HostedSite): string {
  const settings = {
    name: hostname.replaceAll(/[^a-z\d]+/g, '-'),
    main: 'worker.js',
    compatibility_date: '2026-07-01',
    assets: {
      directory: './public',
      binding: 'ASSETS',
      html_handling: 'force-trailing-slash',
      not_found_handling: '404-page',
      run_worker_first: [`${base}guides/*`],
    },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function worker({ base, redirects }: HostedSite): string {
  // What the worker answers, the file of redirects does not.
  const own = redirects
    .filter(({ from }) => from.startsWith(`${base}guides/`))
    .map(({ from, to }) => [encodePath(from), encodePath(to)]);
  return `// Made by "tracebook hosts cloudflare".
const BASE = ${JSON.stringify(base)};
const MOVED = new Map(${JSON.stringify(own)});

export default {
  /** A guide's address has a page and its Markdown twin. */
  async fetch(request, env) {
    const url = new URL(request.url);
    const moved = MOVED.get(url.pathname);
    if (moved) return new Response(null, { status: 301, headers: { Location: moved } });
    const twin = prefersMarkdown(request.headers.get('Accept') ?? '') ? twinPath(url.pathname, BASE) : undefined;
    if (twin) url.pathname = twin;
    const answer = await env.ASSETS.fetch(new Request(url, request));
    const response = new Response(answer.body, answer);
    response.headers.set('Vary', 'Accept');
    if (twin && answer.ok) response.headers.set('Content-Type', 'text/markdown; charset=utf-8');
    return response;
  },
};

${sourceOf(prefersMarkdown)}

${sourceOf(twinPath)}
`;
}
