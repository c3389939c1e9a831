import { showResults } from './view.ts';
import { siteSearch } from './search.ts';

/**
 * The page for addresses that lead nowhere. The short address of a name in another spelling leads on to its page; of any
 * other address the words are searched.
 */
const root = document.querySelector<HTMLElement>('[data-not-found]');

async function help(place: HTMLElement): Promise<void> {
  const base = place.dataset['base']!;
  if (!location.pathname.startsWith(base)) return;
  const path = decode(location.pathname.slice(base.length)).replace(/\/+$/, '');
  const name = /^e\/(.+)$/s.exec(path)?.[1];
  if (name !== undefined) {
    const wanted = shortAddress(base, name);
    if (
      wanted !== location.pathname &&
      (await fetch(wanted, { method: 'HEAD' }).catch(() => undefined))?.ok
    ) {
      location.replace(wanted);
      return;
    }
  }
  const query = (name ?? path)
    .replace(/[/_-]+/g, ' ')
    .replace(/\.(html?|md)$/, '')
    .trim();
  const results = await siteSearch(base)
    .names(name ?? query)
    .catch(() => []);
  if (results.length === 0) return;
  const list = document.createElement('ol');
  list.className = 'results';
  showResults(list, results.slice(0, 5));
  const head = document.createElement('h2');
  head.textContent = 'Did you want one of these?';
  place.append(head, list);
}

/** The page of a name: lower case, percent-encoded. */
export function shortAddress(base: string, name: string): string {
  return `${base}e/${encodeURIComponent(name.trim().toLowerCase())}/`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

if (root) void help(root);
