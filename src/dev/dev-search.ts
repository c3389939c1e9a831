import { close, createIndex } from 'pagefind';

/** Pages that are rendered at once. */
const AT_ONCE = 4;

/** The full-text index of the site as `astro dev` serves it: made at the first search, and again after a change. */
export class DevSearch {
  #url = '';
  #files: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  /** @param url address of the site's first page */
  listenAt(url: string): void {
    this.#url = url;
  }

  /** Makes the index again when a search asks for it. */
  forget(): void {
    this.#files = undefined;
  }

  /**
   * A file of Pagefind's bundle by its path below `pagefind/`; undefined when there is none.
   * @throws Error when a page cannot be read or Pagefind refuses it
   */
  async file(path: string): Promise<Uint8Array | undefined> {
    this.#files ??= this.#make();
    try {
      return (await this.#files).get(path);
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  async #make(): Promise<ReadonlyMap<string, Uint8Array>> {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(errors.join(' '));
    const { guides } = (await (await fetch(`${this.#url}guides.json`)).json()) as {
      guides: { id: string }[];
    };
    const paths = guides.map(({ id }) => `guides/${id}/`);
    while (paths.length > 0) {
      const added = paths.splice(0, AT_ONCE).map(async (path) => {
        const page = await fetch(this.#url + path);
        return page.ok ? index.addHTMLFile({ url: `/${path}`, content: await page.text() }) : undefined;
      });
      for (const result of await Promise.all(added)) if (result?.errors[0]) throw new Error(result.errors[0]);
    }
    const { files } = await index.getFiles();
    await close();
    const shards = new TextEncoder().encode(JSON.stringify({ shards: 1 }));
    return new Map([['shards.json', shards], ...files.map(({ path, content }) => [path, content] as const)]);
  }
}
