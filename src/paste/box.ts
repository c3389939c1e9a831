import { siteSearch } from '../search/search.ts';
import { showResults } from '../search/view.ts';
import { showMatches } from './view.ts';
import type { Answer, Ask } from './worker.ts';

/**
 * The box that takes a pasted trace or a search. Matching happens in a worker that has its index before anything is
 * pasted, so that nothing is requested afterwards; only words that were typed are also looked up in the full text.
 */
export function connectBox(root: HTMLElement): void {
  const base = root.dataset['base']!;
  const field = root.querySelector('textarea')!;
  const status = root.querySelector<HTMLElement>('.status')!;
  const matches = root.querySelector<HTMLElement>('.matches')!;
  const list = root.querySelector<HTMLElement>('.results')!;
  const search = siteSearch(base);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: Ask) => worker.postMessage(message);
  let turn = 0;
  let pasted = false;
  let timer: ReturnType<typeof setTimeout>;

  const clear = (says: string) => {
    matches.replaceChildren();
    list.replaceChildren();
    status.textContent = says;
  };

  const look = () => {
    turn++;
    const text = field.value;
    if (text.trim().length < 2) clear('');
    else ask({ turn, text });
  };

  worker.addEventListener('message', async ({ data }: MessageEvent<Answer>) => {
    if (data.turn !== turn) return;
    const text = field.value;
    const isSearch = !text.trim().includes('\n') && text.length < 200;
    const fits = data.found.some(({ hits }) => hits.length > 0);
    const results = !isSearch || fits ? [] : await (pasted ? search.names(text) : search.all(text.trim()));
    if (data.turn !== turn) return;
    showResults(list, results);
    showMatches(matches, results.length > 0 ? { ...data, found: [] } : data, text, base);
    status.textContent = describe(data, results.length);
  });
  worker.addEventListener('error', () =>
    clear('The matcher could not be loaded. Reload the page to try again.'),
  );

  field.addEventListener('paste', () => (pasted = true));
  field.addEventListener('input', (event) => {
    const byHand = (event as InputEvent).inputType?.startsWith('insertText') || field.value === '';
    if (byHand) pasted = false;
    clearTimeout(timer);
    timer = setTimeout(look, byHand ? 150 : 0);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || field.value.includes('\n')) return;
    event.preventDefault();
    root.querySelector<HTMLAnchorElement>('.matches a, .results a')?.click();
  });

  ask({ index: `${base}match/index.json` });
  void search.names('');
  if (field.value) look();
}

function describe({ found }: Answer, results: number): string {
  if (results > 0) return results === 1 ? '1 guide found.' : `${results} guides found.`;
  if (found.length === 0) return 'No error was found in this text.';
  const fitting = found.filter(({ hits }) => hits.length > 0).length;
  const errors = found.length === 1 ? '1 error' : `${found.length} errors`;
  if (fitting === 0) return `${errors} read. No guide fits.`;
  return fitting === found.length ? `${errors} read.` : `${errors} read, ${fitting} with a guide.`;
}

document.querySelectorAll<HTMLElement>('[data-box]').forEach(connectBox);
