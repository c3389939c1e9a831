import { createHash } from 'node:crypto';
import { themeScript } from './theme-script.ts';

const themeHash = createHash('sha256').update(themeScript).digest('base64');

/** What pages may ask: their own site. `withOrigins` adds the other sites that site.yaml names. */
const CONNECT = "connect-src 'self'";

/**
 * What pages may load and do: their own files, nothing from elsewhere, and one inline script by its hash.
 * `public/_headers` says the same for a site that names no others; a test compares the two.
 */
const ownPolicy = [
  "default-src 'none'",
  // Pagefind is WebAssembly.
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  CONNECT,
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** @param otherSites whose indexes the reader's browser may load */
export function contentSecurityPolicy(otherSites: { url: string }[] = []): string {
  return withOrigins(ownPolicy, otherSites);
}

/** Adds the origins of other sites to the policy in a text, such as a file of headers. */
export function withOrigins(text: string, otherSites: { url: string }[]): string {
  const origins = new Set(otherSites.map(({ url }) => new URL(url).origin));
  return text.replace(CONNECT, [CONNECT, ...origins].join(' '));
}
