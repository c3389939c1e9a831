import type { HostedSite } from './types.ts';

/** Headers of the files below some paths. Paths count from the site's base; `*` at the end is all below. */
type HeaderRule = { paths: string[]; headers: Record<string, string> };

/** What other sites read: indexes, data with its schemas, and the module that they embed with all that it loads. */
const SHARED = [
  '_astro/*',
  'embed/*',
  'embed.js',
  'match/*',
  'guides.json',
  'guides.schema.json',
  'index.json',
  'names.json',
  'names.schema.json',
];

/**
 * The headers of a site, for every host alike. No header stands in two rules whose paths overlap: some hosts join the
 * values with a comma, others take the last.
 */
const headerRules = (policy: string): HeaderRule[] => [
  {
    paths: ['*'],
    headers: {
      'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    },
  },
  // Their names change with their content.
  { paths: ['_astro/*', 'embed/*'], headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  {
    paths: SHARED,
    headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  // A guide's address has a page and its Markdown twin.
  { paths: ['guides/*'], headers: { Vary: 'Accept' } },
];

/** For all that has no rule of its own, on hosts that would let browsers guess how long a page stays fresh. */
export const DEFAULT_CACHE = 'public, max-age=0, must-revalidate';

/** Files that only tell a host what to do. */
export const HOST_FILES = ['_headers', '_redirects', '.htaccess'];

/** The type of each kind of file in a site, by the end of its name; text is UTF-8. */
export const contentTypes: Record<string, string> = {
  css: 'text/css',
  html: 'text/html',
  ico: 'image/x-icon',
  js: 'text/javascript',
  json: 'application/json',
  map: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  pagefind: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** Types of text: sent with a charset, and compressed. */
export const textTypes: string[] = [
  ...new Set(Object.values(contentTypes).filter((type) => /^text\/|json$|xml$/.test(type))),
].sort();

/** What is sent as the type of a file, with the charset of text; undefined for an unknown kind. */
export function contentTypeOf(file: string): string | undefined {
  const type = contentTypes[file.slice(file.lastIndexOf('.') + 1)];
  return type && textTypes.includes(type) ? `${type}; charset=utf-8` : type;
}

type Site = Pick<HostedSite, 'base' | 'policy'>;

/** Every rule by path, with the base: `/errors/_astro/*`. */
export function headersByPath({ base, policy }: Site): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const { paths, headers } of headerRules(policy))
    for (const path of paths) found.set(`${base}${path}`, { ...found.get(`${base}${path}`), ...headers });
  return found;
}

/** Every header, with the paths that it is given for and its value there. */
export function pathsByHeader(site: Site): Map<string, { path: string; value: string }[]> {
  const found = new Map<string, { path: string; value: string }[]>();
  for (const [path, headers] of headersByPath(site))
    for (const [name, value] of Object.entries(headers))
      found.set(name, [...(found.get(name) ?? []), { path, value }]);
  return found;
}

/** A path as the part of an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
