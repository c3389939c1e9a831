import type { Evidence, Hit } from '../match/types.ts';
import type { Exception, Trace } from '../trace/types.ts';
import type { Answer } from './worker.ts';

const words = { exact: 'Exact match', likely: 'Likely match', possible: 'Possible match' } as const;
const kinds = {
  type: 'type',
  message: 'message',
  code: 'code',
  package: 'package',
  signal: 'sign of the cause',
} as const;
/** Lines shown around a line that decided. */
const around = 2;

/** Shows what each error of a paste is, which guides fit, and the lines that decided. All text is set as text. */
export function showMatches(root: HTMLElement, answer: Answer, text: string, base: string): void {
  const withGuide = answer.found.filter(({ hits }) => hits.length > 0);
  const without = answer.found.filter(({ hits }) => hits.length === 0);
  const lines = text.split(/\r\n|\r|\n/);
  const list = element(
    'ol',
    'match-list',
    ...withGuide.map(({ trace, hits }) => matchItem(trace, hits, answer, base)),
  );
  const parts: Node[] = withGuide.length > 0 ? [list] : [];
  if (without.length > 0)
    parts.push(element('ul', 'no-match', ...without.map(({ trace }) => readOut(trace))));
  const evidence = withGuide.flatMap(({ hits }) => hits.flatMap((hit) => hit.evidence));
  if (evidence.length > 0) parts.push(pasteView(lines, evidence));
  root.replaceChildren(...parts);
}

function matchItem(trace: Trace, hits: Hit[], { guides }: Answer, base: string): HTMLElement {
  const guideOf = (hit: Hit) => guides.find(({ id }) => id === hit.guide)!;
  const causeOf = (hit: Hit) => guideOf(hit).causes.find(({ id }) => id === hit.cause);
  const item = element('li', 'match');
  hits.forEach((hit, i) => {
    const link = element('a', i === 0 ? 'match-link' : '', guideOf(hit).title);
    link.setAttribute('href', `${base}guides/${hit.guide}/${hit.cause ? `#${hit.cause}` : ''}`);
    const cause = causeOf(hit);
    const line = element(
      'p',
      i === 0 ? 'match-first' : 'match-other',
      link,
      ' ',
      element('span', `confidence ${hit.confidence}`, words[hit.confidence]),
    );
    item.append(line);
    if (cause) item.append(element('p', 'match-cause', 'Cause: ', element('strong', '', cause.title)));
    if (hits.length > 1 && cause?.question) item.append(element('p', 'match-question', cause.question));
    if (i === 0) item.append(evidenceList(hit.evidence));
  });
  item.append(element('p', 'match-error', headline(trace.exceptions[trace.root]!)));
  return item;
}

function evidenceList(evidence: Evidence[]): HTMLElement {
  const rows = evidence.map(({ kind, line, text }) =>
    element('li', '', `Line ${line}, ${kinds[kind]}: `, element('code', '', shorten(text))),
  );
  return element('ul', 'evidence', ...rows);
}

/** An error that no guide covers, read out. */
function readOut(trace: Trace): HTMLElement {
  const root = trace.exceptions[trace.root]!;
  const own = root.frames.filter(({ origin }) => origin === 'app').at(-1);
  const item = element('li', '', element('p', '', element('strong', '', 'No guide fits: '), headline(root)));
  if (own) {
    const place = [own.file, own.line].filter(Boolean).join(':');
    item.append(
      element(
        'p',
        'own-frame',
        'In your code: ',
        element('code', '', [place, own.function].filter(Boolean).join(' in ')),
      ),
    );
  }
  return item;
}

/** The reader's own lines, those that decided marked. */
function pasteView(lines: string[], evidence: Evidence[]): HTMLElement {
  const decided = new Set(evidence.map(({ line }) => line));
  const shown = lines.map((_, i) => [...decided].some((line) => Math.abs(line - (i + 1)) <= around));
  const rows = lines.flatMap((text, i) => {
    const number = i + 1;
    if (!shown[i]) return shown[i - 1] || i === 0 ? [element('span', 'gap', '⋯\n')] : [];
    const line = element(decided.has(number) ? 'mark' : 'span', 'line', `${text}\n`);
    line.dataset['line'] = String(number);
    return [line];
  });
  const pre = element('pre', '', element('code', '', ...rows));
  pre.tabIndex = 0;
  return element('figure', 'paste', element('figcaption', '', 'The lines that decided'), pre);
}

function headline({ type, code, message }: Exception): string {
  const name = code && !type.includes(code) ? `${type} ${code}` : type;
  return shorten(message ? `${name}: ${message.split('\n')[0]}` : name);
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}
