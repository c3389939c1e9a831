const MAX_PAGES = 500;
const cache = new Map();

/** Returns the page of an address; the pages asked for last are kept. */
export function pageOf(address) {
  const page = cache.get(address) ?? render(address);
  // Setting it again makes the page the youngest; the first key of a Map is the oldest.
  cache.delete(address);
  cache.set(address, page);
  if (cache.size > MAX_PAGES) cache.delete(cache.keys().next().value);
  return page;
}

export const cachedPages = () => cache.size;

function render(address) {
  const { pathname } = new URL(address, 'http://shop.example');
  const rows = Array.from({ length: 250 }, (_, i) => `<li>Article ${i} of ${pathname}</li>`);
  return `<ul>${rows.join('')}</ul>`;
}
