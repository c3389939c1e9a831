import { fill } from '../locales/own/format.ts';
import { reading } from '../locales/own/reading.ts';
import { headingText } from './heading-text.ts';

/** Puts a link to itself at the end of each heading. */
export function addAnchors(): void {
  for (const heading of document.querySelectorAll<HTMLElement>('.guide-body :is(h2, h3, h4)[id]')) {
    if (heading.closest('summary')) continue;
    const link = document.createElement('a');
    link.className = 'anchor';
    link.href = `#${heading.id}`;
    link.lang = document.documentElement.lang;
    link.setAttribute('aria-label', fill(reading.linkTo, { heading: headingText(heading) }));
    heading.append(link);
  }
}

/** Opens what is folded around the place that the address names. */
export function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest('details');
  if (!fold || fold.open) return;
  fold.open = true;
  target!.scrollIntoView();
}
