import { matchText } from '../match/index.ts';
import type { GuideTitles, MatchGuide } from '../match/types.ts';
import { showAnswer, showNothing } from '../paste/view/answer.ts';
import { element } from '../paste/view/element.ts';
import { progressIn } from '../paste/view/progress.ts';
import { excerptRows } from '../paste/worker/excerpt.ts';
import { groupFound, rootCausesFirst } from '../paste/worker/group.ts';
import { showArrival } from '../reading/arrival.ts';
import { comparisonDialog } from '../reading/compare.ts';
import { addCopyButtons } from '../reading/copy.ts';
import { keepRecent } from '../search/recents.ts';
import type { Result, Search } from '../search/search.ts';
import { connectSearch } from '../search/view.ts';
import { texts } from './gallery/texts.ts';

/** Two guides that are in no content, so that the answers stay the same whatever the site holds. */
const titles: GuideTitles[] = [
  {
    id: 'celery/worker-lost-error',
    title: 'WorkerLostError: Worker exited prematurely',
    causes: [
      ['out-of-memory', 'The kernel killed the worker: out of memory', 'Out of memory', 'Hold less at once.'],
      ['process-exit', 'The task ends its own process', 'Process exit', 'Raise an error in place of exit.'],
      ['crash', 'Native code crashed', 'A crash', 'Update the package that crashed.'],
    ].map(([id, title, short, fix]) => ({
      id: id!,
      title: title!,
      short: short!,
      sign: `WorkerLostError: … **${short}**`,
      fix: fix!,
      ...(id === 'out-of-memory' && { question: 'Does the kernel log name the process?' }),
    })),
  },
];

/** The lines of a pasted text with the guide's causes that its signals tell; other errors have no guide. */
function answer(text: string, causes: string[], signal = 'prematurely') {
  const guide: MatchGuide = {
    id: titles[0]!.id,
    exceptions: ['billiard.exceptions.WorkerLostError'],
    messages: ['Worker exited prematurely: {reason} Job: {number}.'],
    codes: [],
    causes: Object.fromEntries(causes.map((id) => [id, { message: [signal] }])),
  };
  const frameworks = [{ id: 'celery', language: 'python', packages: ['celery', 'billiard'] }];
  const lines = text.split('\n');
  const items = rootCausesFirst(groupFound(matchText(text, { frameworks, guides: [guide] })));
  for (const item of items) item.rows = excerptRows(lines, item);
  return {
    turn: 1,
    items,
    dropped: 0,
    lines: lines.length,
    guides: titles.map((guide) => ({ ...guide, key: guide.id })),
  };
}

const page = {
  base: '/',
  repository: 'https://example.org/errors',
  names: async () => [],
  onLeave: () => {},
};
const show = (place: HTMLElement, text: string, causes: string[], signal?: string) =>
  showAnswer(place, answer(text, causes, signal), page);

const results: Result[] = ['Celery', 'Celery', 'Django', 'Java', 'Rust'].map((framework, i) => ({
  url: `/guides/${i}/`,
  title: `WorkerLostError ${i + 1}`,
  framework,
  ...(i === 0 && { label: 'Out of memory', why: 'signal 9 (SIGKILL)' }),
  ...(i === 1 && { excerpt: 'The kernel <mark>killed</mark> the worker.' }),
  ...(i === 4 && { why: 'Did you mean WorkerLostError?' }),
}));

function search(place: HTMLElement, query: string, found: Result[]): void {
  const all: Search = {
    names: async () => found,
    all: async () => found,
    examples: async () => ['WorkerLostError', 'E0382'],
    others: () => [],
  };
  const [field, status, list] = [
    element('input', ''),
    element('p', 'status'),
    element('ol', 'results'),
  ] as const;
  Object.assign(field, { type: 'search', value: query, ariaLabel: 'Search guides' });
  place.append(field, status, list);
  void connectSearch(field, list, status, all, '/')();
}

const { rows, hits } = answer(texts.lost, ['out-of-memory']).items[0]!;
const arrival = { guide: titles[0]!.id, cause: 'out-of-memory', rows: rows!, evidence: hits[0]!.evidence };

const fills: Record<string, (place: HTMLElement) => void> = {
  one: (place) => show(place, texts.lost, ['out-of-memory']),
  question: (place) => show(place, texts.lost, ['out-of-memory', 'process-exit']),
  several: (place) => show(place, texts.lost, ['out-of-memory', 'process-exit', 'crash']),
  any: (place) => show(place, texts.lost, ['out-of-memory'], 'nothing of it'),
  evidence: (place) => {
    show(place, texts.lost, ['out-of-memory']);
    place.querySelector<HTMLDetailsElement>('.evidence')!.open = true;
  },
  unmatched: (place) => show(place, texts.price, []),
  many: (place) => {
    const others = ['a', 'b', 'c', 'd'].map((name) => texts.key.replace('total', name));
    const different = others.map((text, i) => text.replace('KeyError', `Key${'ABCD'[i]}Error`));
    show(place, [texts.lost, ...different].join('\n\n'), ['out-of-memory']);
  },
  nothing: (place) => showNothing(place),
  progress: (place) => progressIn(place, () => {}).show({ share: 0.42, errors: 7 }),
  results: (place) => search(place, 'worker lost', results.slice(0, 2)),
  grouped: (place) => search(place, 'worker lost', results),
  start: (place) => {
    keepRecent({ url: '/guides/1/', title: 'WorkerLostError › Out of memory' });
    search(place, '', []);
  },
  miss: (place) => search(place, 'apple pie', []),
  arrival: (place) => {
    place.append(element('div', 'guide-body'));
    showArrival(arrival);
  },
  comparison: (place) => {
    const dialog = comparisonDialog(arrival);
    place.append(dialog);
    dialog.show();
  },
};

for (const place of document.querySelectorAll<HTMLElement>('[data-fill]'))
  fills[place.dataset['fill']!]!(place);
addCopyButtons(document);
document.body.dataset['filled'] = 'true';
