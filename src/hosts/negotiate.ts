/*
 * What hosts run that run JavaScript: they get the source of these functions, which use nothing of their module and only
 * what CloudFront's engine knows (no destructuring, no `??`, no `for … of`).
 */

/**
 * Whether a client would rather have Markdown than HTML, by its Accept header: it names `text/markdown`, and gives it a
 * quality as high as that of HTML (RFC 9110, 12.5.1). Browsers name HTML only, and `*` alone asks for nothing in particular.
 */
export function prefersMarkdown(accept: string): boolean {
  const qualities: Record<string, number> = {};
  accept
    .toLowerCase()
    .split(',')
    .forEach((range) => {
      const parts = range.split(';').map((part) => part.trim());
      const given = parts.slice(1).filter((part) => /^q\s*=/.test(part))[0];
      const quality = given === undefined ? 1 : Number(given.slice(given.indexOf('=') + 1));
      qualities[String(parts[0])] = quality >= 0 && quality <= 1 ? quality : 0;
    });
  const markdown = qualities['text/markdown'] || 0;
  const html = ['text/html', 'text/*', '*/*'].filter((type) => qualities[type] !== undefined)[0];
  return markdown > 0 && markdown >= (html === undefined ? 0 : Number(qualities[html]));
}

/**
 * The path of the Markdown twin of a guide's page: `/errors/guides/celery/x/` → `/errors/guides/celery/x.md`.
 * @param base path that the site stands under, with `/` at both ends
 * @returns undefined for any other path
 */
export function twinPath(path: string, base: string): string | undefined {
  if (path.indexOf(`${base}guides/`) !== 0) return undefined;
  const guide = /^([^/]+\/[^/]+)\/(?:index\.html)?$/.exec(path.slice(base.length + 7));
  return guide ? `${base}guides/${guide[1]}.md` : undefined;
}

/** The source of a function, without the gaps that its types leave. */
export function sourceOf(code: (...values: never[]) => unknown): string {
  return code
    .toString()
    .replace(/(?<=\S) {2,}(?=[),;])/g, '')
    .replace(/(?<=\S) {2,}/g, ' ');
}
