import { search as texts } from '../locales/own/search.ts';
import { showResults } from './view.ts';
import { type Result, siteSearch } from './search.ts';

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
  const search = siteSearch(base);
  let results: Result[] = [];
  for (const query of name === undefined ? wordsOfPath(path) : [name]) {
    results = await search.names(query).catch(() => []);
    if (results.length > 0) break;
  }
  if (results.length === 0) return;
  const list = document.createElement('ol');
  list.className = 'results';
  showResults(list, results.slice(0, 5));
  const head = document.createElement('h2');
  head.textContent = texts.notFound;
  place.append(head, list);
}

/** The words of an address, then those of its last part alone; without what every address has. */
function wordsOfPath(path: string): string[] {
  const parts = path.replace(/\.(?:html?|md)$/, '').split('/');
  const own = parts.filter((part) => !/^(?:guides|exceptions|errors|search|match|index)?$/.test(part));
  return [own.join(' '), own.at(-1) ?? ''].map((text) => text.replace(/[_-]+/g, ' ').trim());
}

/** The page of a name: lower case, percent-encoded. */
function shortAddress(base: string, name: string): string {
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
