import { createHash } from 'node:crypto';
import { themeScript } from './theme-script.ts';

const themeHash = createHash('sha256').update(themeScript).digest('base64');

/**
 * What pages may load and do: their own files, nothing from elsewhere, and one inline script by its hash.
 * `src/hosts/rules.ts` makes the hosts say the same.
 * @param otherSites whose indexes the reader's browser may load
 */
export function contentSecurityPolicy(otherSites: { url: string }[] = []): string {
  const origins = new Set(otherSites.map(({ url }) => new URL(url).origin));
  return [
    "default-src 'none'",
    // Pagefind is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${themeHash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
