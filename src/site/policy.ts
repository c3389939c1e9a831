/** What pages may load and do: their own files, nothing inline, nothing from elsewhere. `public/_headers` says the same. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  // Pagefind is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
