const cache = new Map();

/** Returns the page of an address; it is rendered once. */
export function pageOf(address) {
  if (!cache.has(address)) cache.set(address, render(address));
  return cache.get(address);
}

export const cachedPages = () => cache.size;

function render(address) {
  const { pathname } = new URL(address, 'http://shop.example');
  const rows = Array.from({ length: 250 }, (_, i) => `<li>Article ${i} of ${pathname}</li>`);
  return `<ul>${rows.join('')}</ul>`;
}
