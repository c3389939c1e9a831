import { escapeHtml } from '../guide/code-html.ts';

/**
 * A text of a locale as HTML: each of its `<name>…</name>` becomes the element that is given for it.
 * @param tags opening tags by name: `{ list: '<a href="/exceptions/">' }`; an empty one leaves the words alone
 */
export function richText(text: string, tags: Record<string, string>): string {
  return escapeHtml(text).replace(/&lt;(\/?)(\w+)&gt;/g, (whole, close: string, name: string) => {
    const tag = tags[name];
    if (tag === undefined) return whole;
    const element = /^<(\w+)/.exec(tag)?.[1];
    return close && element ? `</${element}>` : close ? '' : tag;
  });
}

/** The opening tag of a link. */
export function linkTag(href: string, attributes: Record<string, string> = {}): string {
  return `<a ${attributesHtml({ href, ...attributes })}>`;
}

/** Attributes as HTML: `href="/" lang="en"`. */
export function attributesHtml(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeHtml(value).replaceAll('"', '&quot;')}"`)
    .join(' ');
}
