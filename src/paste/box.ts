import { box as texts } from '../locales/own/box.ts';
import { fill } from '../locales/own/format.ts';
import { siteSearch } from '../search/search.ts';
import { showResults } from '../search/view.ts';
import { keepArrival, keepPaste, pasteOnReturn } from './session.ts';
import { LONG, takeFiles } from './take-files.ts';
import { TypedText } from './typed-text.ts';
import { type Page, showAnswer, showNothing } from './view/answer.ts';
import { describe, describeReading, describeSource, type Source } from './view/describe.ts';
import { progressIn } from './view/progress.ts';
import {
  type Answer,
  NOT_TEXT,
  type Reading,
  type WorkerRequest,
  type WorkerResponse,
} from './worker/protocol.ts';

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
  const typed = new TypedText();
  const ask = workerOf(base, onResponse, () => clear(texts.noMatcher));
  const progress = progressIn(root.querySelector<HTMLElement>('.reading')!, () => {
    ask({ cancel: turn });
    field.focus();
  });
  let turn = 0;
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout>;

  const fold = (isFolded: boolean, text = '') => {
    root.classList.toggle('folded', isFolded);
    root.querySelector('.paste-summary')!.textContent = text;
    if (isFolded) field.scrollTop = 0;
  };

  function clear(text: string): void {
    progress.hide();
    matches.replaceChildren();
    list.replaceChildren();
    status.textContent = text;
    root.classList.remove('answered');
  }

  const look = () => {
    const text = field.value;
    if (text.length > LONG) return read(new Blob([text]), texts.pastedText);
    turn++;
    source = undefined;
    progress.hide();
    keepPaste(text);
    if (text.trim().length >= 2) return ask({ turn, text });
    ask({ cancel: turn - 1 });
    clear('');
    fold(false);
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

  const put = (text: string) => {
    field.value = text;
    typed.onPut();
    clearTimeout(timer);
    look();
  };

  const answered = async (answer: Answer) => {
    const from = source;
    const text = field.value;
    const isSearch = from === undefined && !text.trim().includes('\n') && text.length < 200;
    const fits = answer.items.some(({ hits }) => hits.length > 0);
    const found = !isSearch || fits ? [] : typed.isTyped ? search.all(text.trim()) : search.names(text);
    const results = await Promise.resolve(found).catch(() => []);
    if (answer.turn !== turn) return;
    progress.hide();
    showResults(list, results);
    const page: Page = {
      base,
      repository: root.dataset['repository'],
      names: (query) => search.names(query).catch(() => []),
      onLeave: ({ rows, hits }, guide, cause) => {
        const hit = hits.find((other) => other.guide === guide && other.cause === cause) ?? hits[0]!;
        keepArrival({ guide, cause, rows: rows ?? [], evidence: hit.evidence });
      },
    };
    if (results.length > 0) matches.replaceChildren();
    else if (answer.items.length > 0) showAnswer(matches, answer, page);
    else showNothing(matches);
    status.textContent = describe(answer, results.length, from);
    root.classList.add('answered');
    fold(!isSearch && answer.items.length > 0, describeSource(answer, from));
  };

  const showReading = (reading: Reading) => {
    progress.show(reading);
    const text = describeReading(source!, reading);
    if (status.textContent !== text) status.textContent = text;
  };

  function onResponse(response: WorkerResponse): void {
    if ('failed' in response && response.failed === 'index') clear(texts.noIndex);
    else if (response.turn !== turn) return;
    else if ('failed' in response) {
      const name = source?.name ?? (response.failed === 'text' ? texts.theText : texts.theFile);
      const reason = response.reason === NOT_TEXT ? texts.notText : response.reason;
      clear(fill(texts.notRead, { name, reason }));
    } else if ('share' in response) showReading(response);
    else void answered(response);
  }

  takeFiles(root, read, (text) => {
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
  field.addEventListener('input', (event) => {
    const { inputType } = event as InputEvent;
    typed.onInput(inputType, field.value);
    clearTimeout(timer);
    timer = setTimeout(look, typed.isTyped ? 150 : 0);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || field.value.includes('\n')) return;
    event.preventDefault();
    root.querySelector<HTMLAnchorElement>('.matches a, .results a')?.click();
  });
  for (const type of ['pointerdown', 'beforeinput'] as const)
    field.addEventListener(type, () => root.classList.remove('folded'));
  root.querySelector('.paste-change')!.addEventListener('click', () => {
    fold(false);
    field.focus();
    field.select();
  });

  void search.names('').catch(() => {});
  const returned = field.value || pasteOnReturn();
  if (returned) put(returned);
}

/** Starts the worker when the page is idle or somebody needs it, and gives it its index at once. */
function workerOf(
  base: string,
  onResponse: (response: WorkerResponse) => void,
  onError: () => void,
): (request: WorkerRequest) => void {
  let worker: Worker | undefined;
  const start = () => {
    if (worker) return worker;
    worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => onResponse(data));
    worker.addEventListener('error', onError);
    worker.postMessage({ index: `${base}match/index.json`, titles: `${base}match/titles.json` });
    return worker;
  };
  const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  whenIdle(() => start(), { timeout: 1500 });
  document.addEventListener('focusin', start, { once: true });
  return (request) => start().postMessage(request);
}

document.querySelectorAll<HTMLElement>('[data-box]').forEach(connectBox);
