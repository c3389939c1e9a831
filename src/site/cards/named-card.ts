/** A picture that a page names in its head: its address, and the texts that stand on it. */
export type NamedCard = { image: string; title: string; text: string };

/** The picture that a page names for itself; undefined for a page that search engines leave out. */
export function cardNamedIn(html: string): NamedCard | undefined {
  const head = html.slice(0, html.indexOf('</head>'));
  const [title, image] = [metaOf(head, 'og:title'), metaOf(head, 'og:image')];
  if (!title || !image || metaOf(head, 'robots')) return undefined;
  return { image, title, text: metaOf(head, 'og:description') ?? '' };
}

/** The content of a `<meta>`, as Astro writes it. */
function metaOf(head: string, name: string): string | undefined {
  const [, content] = new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(head) ?? [];
  return content?.replace(
    /&(quot|#34|#38|#39|lt|gt|amp);/g,
    (_, entity: keyof typeof entities) => entities[entity],
  );
}

const entities = { quot: '"', '#34': '"', '#38': '&', '#39': "'", lt: '<', gt: '>', amp: '&' };
