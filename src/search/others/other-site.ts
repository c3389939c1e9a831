/** Another Tracebook site whose guides are asked too, as in site.yaml. */
export type OtherSite = { name: string; /** Ends with `/`. */ url: string };

/** All files of another site together may take so long, and be so large when unpacked; else the site has no hits. */
const MILLISECONDS = 10_000;
const MOST_BYTES = 8_000_000;

/** The other sites that an element of the page names in its `data-others`. */
export function otherSitesOf({ dataset }: HTMLElement): OtherSite[] {
  return JSON.parse(dataset['others'] ?? '[]') as OtherSite[];
}

/**
 * Makes what loads files of another site whole; no text of the reader is sent.
 * It takes a path below the site's address, `names.json`, and gives the parsed JSON. It rejects when the site does not
 * answer in time, when all that was read is too much, and for what is no JSON.
 */
export function siteReader({ url }: OtherSite): (path: string) => Promise<unknown> {
  const signal = AbortSignal.timeout(MILLISECONDS);
  let left = MOST_BYTES;
  return async (path) => {
    const response = await fetch(url + path, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok || !response.body) throw new Error(`${url}${path} answered with ${response.status}.`);
    const text = await textOfStream(response.body, (bytes) => (left -= bytes) >= 0);
    return JSON.parse(text) as unknown;
  };
}

/**
 * The text of a stream.
 * @param hasRoom called with the number of bytes of each piece
 * @throws Error as soon as there is no room; the rest is not read
 */
export async function textOfStream(
  stream: ReadableStream<Uint8Array>,
  hasRoom: (bytes: number) => boolean,
): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    if (!hasRoom(value.byteLength)) {
      await reader.cancel();
      throw new Error('The site sends too much.');
    }
    text += decoder.decode(value, { stream: true });
  }
}
