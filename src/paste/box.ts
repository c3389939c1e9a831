import { siteSearch } from '../search/search.ts';
import { showResults } from '../search/view.ts';
import { LONG, takeFiles } from './files.ts';
import { progressIn } from './progress.ts';
import { describe, describeReading, type Source } from './status.ts';
import { type Page, showAnswer, showNothing } from './view.ts';
import type { Answer, Ask, Reading, Told } from './worker.ts';

/**
 * The box that takes a pasted trace, a log file or a search. Matching happens in a worker that has its index before
 * anything is pasted, so that nothing is requested afterwards; only words that were typed are also looked up in the
 * full text.
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
  const progress = progressIn(root.querySelector<HTMLElement>('.reading')!, () => {
    ask({ cancel: turn });
    field.focus();
  });
  let turn = 0;
  let pasted = false;
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout>;

  const clear = (says: string) => {
    progress.hide();
    matches.replaceChildren();
    list.replaceChildren();
    status.textContent = says;
  };

  const look = () => {
    const text = field.value;
    if (text.length > LONG) return read(new Blob([text]), 'The pasted text');
    turn++;
    source = undefined;
    progress.hide();
    if (text.trim().length >= 2) return ask({ turn, text });
    ask({ cancel: turn - 1 });
    clear('');
  };

  const read = (file: Blob, name: string) => {
    clearTimeout(timer);
    turn++;
    source = { name, size: file.size };
    if (field.value.length <= LONG) field.value = '';
    clear(describeReading(source, { share: 0 }));
    progress.show({ share: 0, errors: 0 });
    ask({ turn, file });
  };

  const answered = async (answer: Answer) => {
    const from = source;
    const text = field.value;
    const isSearch = from === undefined && !text.trim().includes('\n') && text.length < 200;
    const fits = answer.items.some(({ hits }) => hits.length > 0);
    const results =
      !isSearch || fits ? [] : await (pasted ? search.names(text) : search.all(text.trim())).catch(() => []);
    if (answer.turn !== turn) return;
    progress.hide();
    showResults(list, results);
    const page: Page = {
      base,
      repository: root.dataset['repository'],
      names: (query) => search.names(query).catch(() => []),
      ...(from === undefined ? { text } : {}),
    };
    if (results.length > 0) matches.replaceChildren();
    else if (answer.items.length > 0) showAnswer(matches, answer, page);
    else showNothing(matches);
    status.textContent = describe(answer, results.length, from);
  };

  const showReading = (reading: Reading) => {
    progress.show(reading);
    const says = describeReading(source!, reading);
    if (status.textContent !== says) status.textContent = says;
  };

  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('failed' in data && data.failed === 'index')
      clear(
        'The list of guides could not be loaded, so nothing can be matched. Reload the page to try again.',
      );
    else if (data.turn !== turn) return;
    else if ('failed' in data) clear(`${source?.name ?? 'The file'} could not be read: ${data.reason}`);
    else if ('share' in data) showReading(data);
    else void answered(data);
  });
  worker.addEventListener('error', () =>
    clear('The matcher could not be loaded. Reload the page to try again.'),
  );

  takeFiles(root, read);
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
    root.querySelector<HTMLAnchorElement>('.match a, .results a')?.click();
  });

  ask({ index: `${base}match/index.json`, titles: `${base}match/titles.json` });
  void search.names('').catch(() => {});
  if (field.value) look();
}

document.querySelectorAll<HTMLElement>('[data-box]').forEach(connectBox);
