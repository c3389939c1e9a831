import { reading } from '../locales/own/reading.ts';
import { copyButton } from './copy.ts';

/** Puts copying of the whole page beside the links to its Markdown and its source. */
export function addTools(): void {
  const list = document.querySelector('[data-tools]');
  const twin = document.querySelector<HTMLLinkElement>('link[type="text/markdown"]');
  if (!list || !twin) return;
  const guide = document.querySelector<HTMLElement>('.guide')!.dataset['guide']!;
  list.append(
    item(copyButton(reading.copyMarkdown, async () => (await fetch(twin.href)).text())),
    item(copyButton(reading.copyPrompt, async () => (await import('./prompt.ts')).promptText(guide))),
  );
}

function item(button: HTMLElement): HTMLElement {
  const element = document.createElement('li');
  element.append(button);
  return element;
}
