import { element } from './element.ts';

/** The words of a sign as the page shows them: what decides is in `<mark>`, the rest as it stands. */
export function signCode(sign: string): HTMLElement {
  const parts = sign
    .split(/(\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('**') ? element('mark', '', part.slice(2, -2)) : element('i', '', part)));
  return element('code', '', ...parts);
}
