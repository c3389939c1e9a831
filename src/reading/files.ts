import { reading } from '../locales/own/reading.ts';
import { copyButton } from './copy.ts';

/** Shows a file that the page only links to in its place, when its link is followed. */
export function showFilesInPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.files a'))
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void show(link);
    });
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href).catch(() => undefined);
  if (!response?.ok) {
    location.href = link.href;
    return;
  }
  const text = await response.text();
  const code = make('code', text.trimEnd());
  const pre = make('pre', code);
  pre.tabIndex = 0;
  const caption = make('figcaption', link.textContent);
  caption.append(copyButton(reading.copy, () => text, code));
  const figure = make('figure', caption, pre);
  figure.className = 'code';
  link.closest('p')!.after(figure);
  link.replaceWith(link.textContent);
  pre.focus();
}

function make(name: string, ...children: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
