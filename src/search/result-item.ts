import { markLanguage } from './mark-language.ts';
import type { Recent } from './recents.ts';
import type { Result } from './search.ts';

/**
 * A result as a list item; all text is set as text.
 * @param hasFramework whether it names its framework
 */
export function resultItem(
  result: Result,
  hasFramework: boolean,
  onFollow: (place: Recent) => void = () => {},
): HTMLElement {
  const { url, title, language, framework, label, excerpt, why, site } = result;
  const link = Object.assign(document.createElement('a'), { href: url });
  link.append(title);
  if (label) link.append(' › ', make('b', '', label));
  markLanguage(link, language);
  if (!site)
    link.addEventListener('click', () => onFollow({ url, title: label ? `${title} › ${label}` : title }));
  const item = make('li', '', link);
  if (framework && hasFramework) item.append(' ', make('small', '', framework));
  if (why) item.append(make('span', 'why', why));
  if (excerpt) item.append(markLanguage(excerptOf(excerpt), language));
  return item;
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

/** An element with a class and children. Text is only ever set as text. */
export function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
