import type { Result, Search } from './search.ts';

/**
 * Connects a field with a list of results: searches as one types, the arrow keys move through the results.
 * @param found called with each query that has been answered
 */
export function connectSearch(
  field: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement,
  search: Search,
  found: (query: string) => void = () => {},
): () => Promise<void> {
  let latest = 0;
  const run = async () => {
    const query = field.value.trim();
    const turn = ++latest;
    let results: Result[];
    try {
      results = query.length < 2 ? [] : await search.all(query);
    } catch {
      if (turn === latest)
        status.textContent = 'The search could not be loaded. Change a letter to try again.';
      return;
    }
    if (turn !== latest) return;
    showResults(list, results);
    status.textContent =
      query.length < 2
        ? ''
        : results.length === 0
          ? `Nothing found for “${query}”.`
          : `${results.length} found.`;
    found(query);
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
      void run().then(() => list.querySelector('a')?.click());
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.querySelector('a')?.focus();
    }
  });
  moveWithArrows(list, field);
  return run;
}

/** Results as list items; all text is set as text. */
export function showResults(list: HTMLElement, results: Result[]): void {
  list.replaceChildren(
    ...results.map(({ url, title, framework, excerpt, why }) => {
      const item = document.createElement('li');
      const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
      item.append(link);
      if (framework) item.append(' ', span('kind-small', framework));
      if (why) item.append(span('why', why));
      if (excerpt) item.append(excerptOf(excerpt));
      return item;
    }),
  );
}

/** Pagefind's excerpt is escaped HTML with <mark>; it is read as a document that runs nothing, and copied as text. */
function excerptOf(html: string): HTMLElement {
  const paragraph = document.createElement('p');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const marked = node.nodeName === 'MARK';
    const part = marked ? document.createElement('mark') : document.createTextNode('');
    part.textContent = node.textContent;
    paragraph.append(part);
  }
  return paragraph;
}

function moveWithArrows(list: HTMLElement, field: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const links = [...list.querySelectorAll('a')];
    const next =
      links.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? field : links[Math.min(next, links.length - 1)])?.focus();
  });
}

function span(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className: name, textContent: text });
}
