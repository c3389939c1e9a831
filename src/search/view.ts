import { fill, plural } from '../locales/own/format.ts';
import { search as texts } from '../locales/own/search.ts';
import { keepRecent, type Recent, recents } from './recents.ts';
import { make, resultItem } from './result-item.ts';
import type { Result, Search } from './search.ts';

/**
 * Connects a field with a list of results: searches as one types, the arrow keys move through the results.
 * @param base path that the site stands under, with `/` at both ends
 * @param found called with each query that has been answered
 */
export function connectSearch(
  field: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  search: Search,
  base: string,
  found: (query: string) => void = () => {},
): () => Promise<void> {
  let latest = 0;
  const run = async () => {
    const query = field.value.trim();
    const turn = ++latest;
    if (query.length < 2) {
      status.textContent = '';
      const examples = await search.examples().catch(() => []);
      if (turn === latest)
        showStart(list, recents(), examples, (example) => {
          field.value = example;
          field.focus();
          void run();
        });
      found(query);
      return;
    }
    let results: Result[];
    try {
      results = await search.all(query);
    } catch {
      if (turn === latest) status.textContent = texts.failed;
      return;
    }
    if (turn !== latest) return;
    showResults(list, results, keepRecent);
    if (results.length === 0) showMiss(list, query, base);
    status.textContent =
      results.length === 0 ? fill(texts.nothing, { query }) : plural(texts.found, results.length);
    found(query);
    let count = results.length;
    for (const others of search.others(query))
      void others.then((more) => {
        if (turn !== latest || more.length === 0) return;
        if (count === 0) list.replaceChildren();
        appendResults(list, more, keepRecent);
        status.textContent = plural(texts.found, (count += more.length));
      });
  };
  let timer: ReturnType<typeof setTimeout>;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), 120);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      clearTimeout(timer);
      void run().then(() => list.querySelector<HTMLAnchorElement>('a:not([target])')?.click());
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.querySelector<HTMLElement>('a, button')?.focus();
    }
  });
  moveWithArrows(list, field);
  return run;
}

/** From so many results on, those of one framework stand together under its name. */
const MANY = 4;

/**
 * Results as list items; all text is set as text.
 * @param onFollow called with the place when a link to this site is followed
 */
export function showResults(list: HTMLElement, results: Result[], onFollow?: (place: Recent) => void): void {
  const frameworks = [...new Set(results.map(({ framework }) => framework ?? ''))];
  const isGrouped = results.length >= MANY && frameworks.length > 1;
  const items = isGrouped
    ? frameworks.flatMap((framework) => {
        const own = results.filter((result) => (result.framework ?? '') === framework);
        const heading = make('li', 'result-group', framework || texts.inText);
        return [heading, ...own.map((result) => resultItem(result, false, onFollow))];
      })
    : results.map((result) => resultItem(result, true, onFollow));
  list.replaceChildren(...items);
}

/** Adds the results of another site below those that are shown, under its name. */
export function appendResults(
  list: HTMLElement,
  results: Result[],
  onFollow?: (place: Recent) => void,
): void {
  const heading = make('li', 'result-group', results[0]?.site ?? '');
  list.append(heading, ...results.map((result) => resultItem(result, true, onFollow)));
}

/** What an empty field offers: where the reader went last, and names to try. */
function showStart(
  list: HTMLElement,
  last: Recent[],
  examples: string[],
  take: (example: string) => void,
): void {
  const items = last.map(({ url, title }) => {
    const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
    return make('li', '', link);
  });
  if (items.length > 0) items.unshift(make('li', 'result-group', texts.recents));
  if (examples.length > 0) {
    const row = make('li', 'row', make('small', '', texts.try));
    for (const example of examples) {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'text-button',
      });
      button.append(make('code', '', example));
      button.addEventListener('click', () => take(example));
      row.append(button);
    }
    items.push(row);
  }
  list.replaceChildren(...items);
}

/** What is left to try when nothing was found. */
function showMiss(list: HTMLElement, query: string, base: string): void {
  const match = Object.assign(document.createElement('a'), {
    href: `${base}match/`,
    textContent: texts.pasteTrace,
  });
  const web = Object.assign(document.createElement('a'), {
    href: `https://duckduckgo.com/?${new URLSearchParams({ q: query })}`,
    target: '_blank',
    rel: 'noopener noreferrer',
    textContent: texts.web,
  });
  list.replaceChildren(
    make('li', '', match, make('p', '', texts.pasteTraceText)),
    make('li', '', web, make('p', '', fill(texts.webText, { query }))),
  );
}

function moveWithArrows(list: HTMLElement, field: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const links = [...list.querySelectorAll<HTMLElement>('a, button')];
    const next = links.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? field : links[Math.min(next, links.length - 1)])?.focus();
  });
}
