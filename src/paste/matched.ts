import type { Evidence, Hit } from '../match/types.ts';
import { element, linkTo } from './element.ts';
import type { Item } from './group.ts';
import { count, headline, shorten, timesOf } from './words.ts';
import type { Answer } from './worker.ts';

type Guide = Answer['guides'][number];

const confidences = { exact: 'Exact match', likely: 'Likely match', possible: 'Possible match' } as const;
const kinds = {
  type: 'type',
  message: 'message',
  code: 'code',
  package: 'package',
  signal: 'sign of the cause',
} as const;

/** One error with its guides, the best first. */
export function matchedItem(
  { facts, hits, ...times }: Item,
  { guides }: Answer,
  base: string,
  isOpen: boolean,
): HTMLElement {
  const item = element('li', 'match');
  const ids = [...new Set(hits.map(({ guide }) => guide))];
  ids.forEach((id, i) => {
    const guide = guides.find((candidate) => candidate.id === id)!;
    const own = hits.filter((hit) => hit.guide === id);
    item.append(headOf(guide, own[0]!, base, i === 0));
    if (i === 0) {
      item.append(element('p', 'match-error', headline(facts.root)));
      item.append(element('p', 'match-times', timesOf(times)));
    }
    item.append(...causesOf(guide, own, base));
    if (i === 0) item.append(evidenceOf(own[0]!.evidence, isOpen));
  });
  return item;
}

function headOf(guide: Guide, { cause, confidence }: Hit, base: string, isFirst: boolean): HTMLElement {
  return element(
    'p',
    isFirst ? 'match-first' : 'match-other',
    linkTo(urlOf(guide, cause, base), guide.title, isFirst ? 'match-link' : ''),
    ' ',
    element('span', `confidence ${confidence}`, confidences[confidence]),
  );
}

/** One cause is named. Where several fit, or none can be told, each comes with the question that decides. */
function causesOf(guide: Guide, hits: Hit[], base: string): HTMLElement[] {
  const fitting = hits.flatMap((hit) => guide.causes.find(({ id }) => id === hit.cause) ?? []);
  if (fitting.length === 1) {
    return [element('p', 'match-cause', 'Cause: ', element('strong', '', fitting[0]!.title))];
  }
  const causes = fitting.length > 0 ? fitting : guide.causes;
  if (causes.length < 2) return [];
  const says =
    fitting.length > 0
      ? `${numeral(fitting.length)} causes fit. The questions decide:`
      : 'The text does not tell the cause. The questions do:';
  const rows = causes.map(({ id, title, question }) =>
    element(
      'li',
      '',
      linkTo(urlOf(guide, id, base), title),
      question !== undefined && element('span', 'match-question', question),
    ),
  );
  return [element('p', 'match-cause', says), element('ul', 'match-causes', ...rows)];
}

function evidenceOf(evidence: Evidence[], isOpen: boolean): HTMLElement {
  const rows = evidence.map(({ kind, line, text }) =>
    element('li', '', `Line ${count(line)}, ${kinds[kind]}: `, element('code', '', shorten(text, 300))),
  );
  const details = element(
    'details',
    'evidence',
    element('summary', '', 'Why this guide'),
    element('ul', '', ...rows),
  );
  details.open = isOpen;
  return details;
}

const urlOf = ({ id }: Guide, cause: string | null, base: string) =>
  `${base}guides/${id}/${cause === null ? '' : `#${cause}`}`;

const numeral = (number: number) => ['', '', 'Two', 'Three', 'Four', 'Five'][number] ?? String(number);
