/** Another Tracebook site whose guides are asked too, as in site.yaml. */
export type OtherSite = { name: string; /** Ends with `/`. */ url: string };

/** A file of another site may take so long and be so large, unpacked; else the site has no hits. */
const MILLISECONDS = 10_000;
const MOST_BYTES = 8_000_000;

/** The other sites that an element of the page names in its `data-others`. */
export function otherSitesOf({ dataset }: HTMLElement): OtherSite[] {
  return JSON.parse(dataset['others'] ?? '[]') as OtherSite[];
}

/**
 * Loads a file of another site whole; no text of the reader is sent.
 * @param path below the site's address: `names.json`
 * @throws Error when the site does not answer in time, answers with too much, or with no JSON
 */
export async function loadFromSite({ url }: OtherSite, path: string): Promise<unknown> {
  const response = await fetch(url + path, {
    signal: AbortSignal.timeout(MILLISECONDS),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (!response.ok) throw new Error(`${url}${path} answered with ${response.status}.`);
  return JSON.parse(await textUpTo(response.body!, MOST_BYTES)) as unknown;
}

/** @throws Error as soon as there are more bytes; the rest is not read */
export async function textUpTo(stream: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      throw new Error(`The file has more than ${most} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
