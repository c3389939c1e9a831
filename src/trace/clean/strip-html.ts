import { splitEach, type Line } from '../line.ts';

// Only tags that pages put around text: `<module>`, `<init>`, `<anonymous>` and `List<String>` are the trace's own.
const TAG =
  /<\/?(?:b|i|u|em|strong|span|code|pre|p|div|a|td|tr|th|table|tbody|ul|ol|li|font|small|tt|h[1-6])(?: [^<>]{0,500})?>/gi;
const BREAK = /<br ?\/?>/gi;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** Takes off HTML tags and decodes entities, once. */
export function stripHtml(lines: Line[]): Line[] {
  // An opening tag alone may be a type's argument (`Vec<b>`): some tag must be closed.
  const hasTags = lines.some(({ text }) => /<(?:\/[a-z]{1,6}[1-6]?>|br)/i.test(text));
  return splitEach(lines, (line) => {
    let { text } = line;
    if (hasTags && text.includes('<')) text = text.replace(BREAK, '\n').replace(TAG, '');
    text = decodeEntities(text);
    return text === line.text ? undefined : text.split('\n');
  });
}

/** Decodes the entities of HTML, once: `&lt;module&gt;` → `<module>`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&') || !text.includes(';')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, decode);
}

function decode(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
}
