import { prefersMarkdown, sourceOf, twinPath } from './negotiate.ts';
import { encodePath } from './rules.ts';
import { headersFile } from './static-files.ts';
import type { Host, HostedSite } from './types.ts';

/** Netlify, with an edge function for Markdown. */
export const netlify: Host = {
  name: 'Netlify',
  files: (site) => ({
    'netlify.toml': configuration(site),
    'netlify/edge-functions/markdown.js': edgeFunction(site),
    'public/_headers': headersFile(site),
  }),
  notes: ({ base }) => [
    `Copy dist/ to public${base} and let _headers stand in public/ itself; then: npx netlify deploy --prod`,
    'Netlify compresses, and keeps pages fresh by itself.',
  ],
};

function configuration({ redirects }: HostedSite): string {
  const rules = redirects.map(
    ({ from, to, status }) => `
[[redirects]]
  from = ${JSON.stringify(encodePath(from))}
  to = ${JSON.stringify(encodePath(to))}
  status = ${status}
  force = true
`,
  );
  return `# Made by "tracebook hosts netlify".
[build]
  publish = "public"
${rules.join('')}`;
}

function edgeFunction({ base }: HostedSite): string {
  return `// Made by "tracebook hosts netlify".
const BASE = ${JSON.stringify(base)};

/** A guide's address has a page and its Markdown twin. */
export default function markdown(request) {
  const twin = prefersMarkdown(request.headers.get('Accept') ?? '')
    ? twinPath(new URL(request.url).pathname, BASE)
    : undefined;
  // An address of this site is sent in place of the page; nothing means the page.
  return twin ? new URL(twin, request.url) : undefined;
}

export const config = { path: ${JSON.stringify(`${base}guides/*`)} };

${sourceOf(prefersMarkdown)}

${sourceOf(twinPath)}
`;
}
