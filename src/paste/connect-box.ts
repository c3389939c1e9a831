import { box as texts } from '../locales/own/box.ts';
import { fill, plural } from '../locales/own/format.ts';
import { match } from '../locales/own/match.ts';
import type { Search } from '../search/search.ts';
import { appendResults, showResults } from '../search/view.ts';
import { TypedText } from './typed-text.ts';
import { LONG } from './take-files.ts';
import { type Page, showAnswer, showNothing } from './view/answer.ts';
import { describe, describeReading, describeSource, type Source } from './view/describe.ts';
import { keepFocus } from './view/keep-focus.ts';
import { progressIn } from './view/progress.ts';
import {
  type Answer,
  NOT_TEXT,
  type Reading,
  type WorkerRequest,
  type WorkerResponse,
} from './worker/protocol.ts';

/** What the box needs of the page around it. */
export type BoxContext = {
  /** Address of the site that its links lead to, with `/` at the end. */
  base: string;
  /** Where guides can be asked for, if the site says where. */
  repository: string | undefined;
  search: Search;
  /** Whether words that were typed are looked up in the full text too: that asks the site for parts of its index. */
  isTextSearched: boolean;
  /** Whether the site has too many guides to load all that is known of them before anything is pasted. */
  isInBuckets: boolean;
  /** Makes what reads texts and files. */
  connectReader(
    onResponse: (response: WorkerResponse) => void,
    onError: () => void,
  ): (request: WorkerRequest) => void;
  /** Called with the text of the box whenever it changed, and is short enough to be matched as it is. */
  onText?(text: string): void;
  onLeave?: Page['onLeave'];
  /** Called when a link of a search's results is followed. */
  onFollow?: Parameters<typeof showResults>[2];
};

/** What others may do with the box. */
export type Box = {
  /** Puts a text into the box and matches it. */
  put(text: string): void;
  /** Reads a file, or a text that is too long for the box. */
  read(file: Blob, name: string): void;
};

/**
 * Connects the box: what is put into it is matched at once and in place, without a request; only words that were typed
 * are also looked up in the full text.
 * @param root holds the field and the places of the answer, as `Box.astro` writes them
 */
export function connectBox(root: HTMLElement, context: BoxContext): Box {
  const { base, search } = context;
  const field = root.querySelector('textarea')!;
  const status = root.querySelector<HTMLElement>('.status')!;
  const matches = root.querySelector<HTMLElement>('.matches')!;
  const list = root.querySelector<HTMLElement>('.results')!;
  const typed = new TypedText();
  const ask = context.connectReader(onResponse, () => clear(texts.noMatcher));
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
    context.onText?.(text);
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
    const isText = typed.isTyped && context.isTextSearched;
    // The box may have been emptied since the question.
    const found =
      !isSearch || fits || text.trim() === '' ? [] : isText ? search.all(text.trim()) : search.names(text);
    const results = await Promise.resolve(found).catch(() => []);
    if (answer.turn !== turn) return;
    progress.hide();
    showResults(list, results, context.onFollow);
    const page: Page = {
      base,
      repository: context.repository,
      names: (query) => search.names(query).catch(() => []),
      onLeave: context.onLeave,
    };
    keepFocus(matches, () => {
      if (results.length > 0) matches.replaceChildren();
      else if (answer.items.length > 0) showAnswer(matches, answer, page);
      else showNothing(matches);
    });
    status.textContent = describe(answer, results.length, from);
    root.classList.add('answered');
    fold(!isSearch && answer.items.length > 0, describeSource(answer, from));
    if (isSearch && !fits) appendOthers(text, results.length, answer);
  };

  /** Adds what other sites have under a name; it comes when it comes. */
  const appendOthers = (text: string, own: number, { turn: asked }: Answer) => {
    let count = own;
    for (const found of search.others(text))
      void found.then((results) => {
        if (asked !== turn || results.length === 0) return;
        if (count === 0) matches.replaceChildren();
        appendResults(list, results, context.onFollow);
        count += results.length;
        status.textContent = plural(texts.guidesFound, count);
      });
  };

  const showReading = (reading: Reading) => {
    progress.show(reading);
    const text = describeReading(source!, reading);
    if (status.textContent !== text) status.textContent = text;
  };

  /** Says that not all guides are loaded, and what is asked for instead, before anything is. */
  function announceBuckets(): void {
    root.querySelector('.box-privacy')!.firstChild!.nodeValue = match.privacyInBuckets;
    ask({ announced: true });
  }

  function onResponse(response: WorkerResponse): void {
    if ('inBuckets' in response) announceBuckets();
    else if ('failed' in response && response.failed === 'index') clear(texts.noIndex);
    else if (response.turn !== turn) return;
    else if ('failed' in response) {
      const name = source?.name ?? (response.failed === 'text' ? texts.theText : texts.theFile);
      const reason = response.reason === NOT_TEXT ? texts.notText : response.reason;
      clear(fill(texts.notRead, { name, reason }));
    } else if ('share' in response) showReading(response);
    else void answered(response);
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

  // So that nothing is requested once something has been pasted. The names of very many guides wait for a search.
  if (!context.isInBuckets) void search.names('').catch(() => {});
  search.others('');
  return { put, read };
}
