import { cutLine, type Line } from '../line.ts';

// Only tags that pages put around text: `<module>`, `<init>`, `<anonymous>` and `List<String>` are the trace's own.
const TAG =
  /<\/?(?:b|i|u|em|strong|span|code|pre|p|div|a|td|tr|th|table|tbody|ul|ol|li|font|small|tt|h[1-6])(?: [^<>]{0,500})?>/gi;
const BREAK = /<br ?\/?>/gi;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** Takes off HTML tags and decodes entities, once. */
export function html(lines: Line[]): Line[] {
  return lines.flatMap((line) => {
    const hasTags =
      line.text.includes('<') &&
      (line.text.includes('</') || line.text.includes('<br') || line.text.includes('<span'));
    const hasEntities = line.text.includes('&') && line.text.includes(';');
    if (!hasTags && !hasEntities) return [line];
    let text = line.text;
    if (hasTags) text = text.replace(BREAK, '\n').replace(TAG, '');
    if (hasEntities) text = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, decode);
    return text === line.text ? [line] : cutLine(line, text.split('\n'));
  });
}

function decode(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
}
