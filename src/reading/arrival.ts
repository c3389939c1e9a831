import styles from '../styles/arrival.css?inline';
import { arrival as texts } from '../locales/own/arrival.ts';
import { fill } from '../locales/own/format.ts';
import { type Arrival, forgetArrival } from '../paste/session.ts';
import { button, element, withNodes } from '../paste/view/element.ts';
import { lineParts } from '../paste/view/line-parts.ts';
import { adoptStyles } from '../search/adopt-styles.ts';
import { fillSign } from './fill-sign.ts';
import { promptButton } from './prompt.ts';

/** After a match: a banner above the cause says which line led here; the reader's own words stand in the sign. */
export function showArrival(arrival: Arrival): void {
  const { guide } = arrival;
  adoptStyles(styles);
  const id = location.hash.slice(1).replace(/-fix$/, '') || arrival.cause;
  const heading = id ? document.getElementById(id) : null;
  const cause = heading?.closest('.cause');
  markVerdict(arrival);
  const banner = bannerOf(arrival, guide);
  if (cause) cause.prepend(banner);
  else document.querySelector('.guide-body')?.prepend(banner);
  // The banner has moved what the address names.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

function bannerOf(arrival: Arrival, guide: string): HTMLElement {
  const line = decidingLine(arrival);
  const banner = element(
    'aside',
    'arrival',
    element(
      'p',
      '',
      ...(line
        ? withNodes(texts.matchedLine, {
            line: element('b', '', fill(texts.line, { line: line.number })),
            words: element('code', '', line.words),
          })
        : withNodes(texts.matchedText, { text: element('b', '', texts.yourText) })),
    ),
    arrival.rows.length > 0 && button(texts.compare, () => void compare(arrival)),
    promptButton(guide, arrival),
    button(texts.close, () => {
      forgetArrival();
      banner.remove();
    }),
  );
  banner.setAttribute('aria-label', texts.banner);
  return banner;
}

async function compare(arrival: Arrival): Promise<void> {
  const { openComparison } = await import('./compare.ts');
  openComparison(arrival);
}

/** The line that a sign of the cause stands on, or the first that decided, with the words that did. */
function decidingLine({ rows, evidence }: Arrival): { number: number; words: string } | undefined {
  const best = evidence.findLast(({ kind }) => kind === 'signal') ?? evidence[0];
  if (!best) return undefined;
  const text = rows.find(({ line }) => line === best.line)?.text ?? best.text;
  const marked = lineParts(text, [best.text]).filter(({ look }) => look === 'mark');
  const words = marked.map((part) => part.text).join(' … ');
  return { number: best.line, words: (words || best.text).slice(0, 200) };
}

function markVerdict({ cause, rows }: Arrival): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.verdict b a')) {
    if (link.hash !== `#${cause}`) continue;
    const item = link.closest('li')!;
    item.classList.add('yours');
    const sign = item.querySelector('code');
    if (sign)
      fillSign(
        sign,
        rows.map(({ text }) => text),
      );
  }
}
