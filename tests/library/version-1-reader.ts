/**
 * A program that was written when version 1 of the formats was new. It stays as it is and imports nothing of the
 * project: what it cannot read any more needs a version 2.
 */
type Document = { version: number } & Record<string, any>;

const UNKNOWN = (version: unknown) => new Error(`Version ${version} is not known here. Update this program.`);

/** The guides of `match/index.json` for an exception and its message, each with the causes whose signals fit. */
export function guidesFor(
  index: Document,
  type: string,
  message: string,
): { id: string; causes: string[] }[] {
  if (index.version !== 1) throw UNKNOWN(index.version);
  if (index['buckets'] !== undefined)
    throw new Error(`The index is cut into ${index['buckets'].count} buckets. Update this program.`);
  const languages = new Map(index['frameworks'].map((item: Document) => [item['id'], item['language']]));
  const holds = (templates: string[] = []) =>
    templates.some((text) => text.split(/\{[^}]*\}/).every((part) => message.includes(part)));
  return index['guides']
    .filter(({ id, exceptions, messages, codes }: Document) => {
      if (!Array.isArray(codes) || !languages.has(id.split('/')[0])) throw new Error(`${id} is malformed.`);
      return exceptions.includes(type) || holds(messages);
    })
    .map(({ id, causes }: Document) => ({
      id,
      causes: Object.keys(causes).filter((cause) => holds(causes[cause].message)),
    }));
}

/** The remedy for a cause, by `match/titles.json` or by `guides.json`. */
export function fixOf(titles: Document, guide: string, cause: string): string {
  if (titles.version !== 1) throw UNKNOWN(titles.version);
  const found = titles['guides'].find(({ id }: Document) => id === guide);
  return found.causes.find(({ id }: Document) => id === cause).fix;
}

/** The ids of guides in `names.json` that have a name. */
export function guidesNamed(names: Document, name: string): string[] {
  if (names.version !== 1) throw UNKNOWN(names.version);
  return names['guides']
    .filter((guide: Document) => guide['names'].includes(name))
    .map(({ id }: Document) => id);
}

/** The address of a guide's page, by `guides.json`. */
export function addressOf(guides: Document, guide: string): string {
  if (guides.version !== 1) throw UNKNOWN(guides.version);
  return guides['guides'].find(({ id }: Document) => id === guide).url;
}
