import { connectBox } from '../paste/connect-box.ts';
import { takeFiles } from '../paste/take-files.ts';
import { makeReader } from '../paste/worker/reader.ts';
import { siteSearch } from '../search/search.ts';

/**
 * Connects the box of an embed with the guides of a site, which are loaded at once.
 * Matching runs in the page: a worker must have the page's origin, and no policy that allows one from a blob is strict.
 * @param base address of the site, with `/` at its end
 */
export function connectEmbed(root: HTMLElement, base: string): void {
  const field = root.querySelector('textarea')!;
  const { put, read } = connectBox(root, {
    base,
    repository: undefined,
    search: siteSearch(base),
    // The full text would be asked for by its words.
    isTextSearched: false,
    isInBuckets: false,
    connectReader(onResponse) {
      const reader = makeReader(onResponse);
      void reader({ base, others: [] });
      return (request) => afterPaint(() => void reader(request));
    },
  });
  takeFiles(root, root, read, put);
  // What was pasted or chosen before all of this had come.
  const [file] = root.querySelector<HTMLInputElement>('input[type=file]')!.files ?? [];
  if (file) read(file, file.name);
  else if (field.value) put(field.value);
}

/** The page shows what was pasted before it is busy with it. */
function afterPaint(run: () => void): void {
  setTimeout(run);
}
