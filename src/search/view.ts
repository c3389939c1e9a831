import { fill, plural } from '../locales/own/format.ts';
import { search as texts } from '../locales/own/search.ts';
import { markLanguage } from './mark-language.ts';
import { keepRecent, type Recent, recents } from './recents.ts';
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
    showResults(list, results);
    if (results.length === 0) showMiss(list, query, base);
    status.textContent =
      results.length === 0 ? fill(texts.nothing, { query }) : plural(texts.found, results.length);
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

/** Results as list items; all text is set as text. */
export function showResults(list: HTMLElement, results: Result[]): void {
  const frameworks = [...new Set(results.map(({ framework }) => framework ?? ''))];
  const isGrouped = results.length >= MANY && frameworks.length > 1;
  const items = isGrouped
    ? frameworks.flatMap((framework) => {
        const own = results.filter((result) => (result.framework ?? '') === framework);
        const heading = make('li', 'result-group', framework || texts.inText);
        return [heading, ...own.map((result) => resultItem(result, false))];
      })
    : results.map((result) => resultItem(result, true));
  list.replaceChildren(...items);
}

function resultItem(result: Result, hasFramework: boolean): HTMLElement {
  const { url, title, language, framework, label, excerpt, why } = result;
  const link = Object.assign(document.createElement('a'), { href: url });
  link.append(title);
  if (label) link.append(' › ', make('b', '', label));
  markLanguage(link, language);
  link.addEventListener('click', () => keepRecent({ url, title: label ? `${title} › ${label}` : title }));
  const item = make('li', '', link);
  if (framework && hasFramework) item.append(' ', make('small', '', framework));
  if (why) item.append(make('span', 'why', why));
  if (excerpt) item.append(markLanguage(excerptOf(excerpt), language));
  return item;
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

/** Pagefind's excerpt is escaped HTML with <mark>; it is read as a document that runs nothing, and copied as text. */
function excerptOf(html: string): HTMLElement {
  const paragraph = document.createElement('p');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const isMarked = node.nodeName === 'MARK';
    const part = isMarked ? document.createElement('mark') : document.createTextNode('');
    part.textContent = node.textContent;
    paragraph.append(part);
  }
  return paragraph;
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

function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
