import { otherSitesOf } from '../search/others/other-site.ts';
import { keepRecent } from '../search/recents.ts';
import { siteSearch } from '../search/search.ts';
import { type BoxContext, connectBox } from './connect-box.ts';
import { keepArrival, keepPaste, pasteOnReturn } from './session.ts';
import { takeFiles } from './take-files.ts';
import type { WorkerResponse } from './worker/protocol.ts';

/**
 * The box of the site's pages, which takes a pasted trace, a log file or a search. Matching happens in a worker that has
 * its index before anything is pasted, so that nothing is requested afterwards.
 */
function connectSiteBox(root: HTMLElement): void {
  const base = root.dataset['base']!;
  const others = otherSitesOf(root);
  const field = root.querySelector('textarea')!;
  const { put, read } = connectBox(root, {
    base,
    get repository() {
      return root.dataset['repository'];
    },
    search: siteSearch(base, others),
    isTextSearched: true,
    isInBuckets: 'inBuckets' in root.dataset,
    connectReader: (onResponse, onError) => connectWorker(base, others, onResponse, onError),
    onText: keepPaste,
    onLeave: ({ rows, hits }, guide, cause) => {
      const hit = hits.find((other) => other.guide === guide && other.cause === cause) ?? hits[0]!;
      keepArrival({ guide, cause, rows: rows ?? [], evidence: hit.evidence });
    },
    onFollow: keepRecent,
  });
  takeFiles(root, document, read, (text) => {
    put(text);
    field.focus({ preventScroll: true });
  });
  for (const example of document.querySelectorAll<HTMLElement>('[data-try]')) {
    delete example.dataset['waiting'];
    example.addEventListener('click', () => {
      put(example.dataset['try']!);
      root.scrollIntoView({ block: 'nearest' });
    });
  }
  const returned = field.value || pasteOnReturn();
  if (returned) put(returned);
}

/** Starts the worker when the page is idle or somebody needs it, and gives it its index at once. */
function connectWorker(
  base: string,
  others: Parameters<typeof siteSearch>[1],
  onResponse: (response: WorkerResponse) => void,
  onError: () => void,
): ReturnType<BoxContext['connectReader']> {
  let worker: Worker | undefined;
  const start = () => {
    if (worker) return worker;
    worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => onResponse(data));
    worker.addEventListener('error', onError);
    worker.postMessage({ base, others });
    return worker;
  };
  const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  whenIdle(() => start(), { timeout: 1500 });
  document.addEventListener('focusin', start, { once: true });
  return (request) => start().postMessage(request);
}

document.querySelectorAll<HTMLElement>('[data-box]').forEach(connectSiteBox);
