import { box } from '../../locales/own/box.ts';
import { fill } from '../../locales/own/format.ts';
import { search } from '../../locales/own/search.ts';
import type { Result } from '../../search/search.ts';
import { redact } from '../redact/redact.ts';
import type { ErrorSummary } from '../worker/summary.ts';
import { button, element, withNodes } from './element.ts';
import { shorten } from './format.ts';
import { requestText, requestTitle, requestUrl } from './guide-request.ts';

/** What the site offers for an error without a guide. */
export type Offer = {
  /** Where guides can be asked for, if the site says where. */
  repository?: string | undefined;
  /** Guides whose names are like a name. */
  names(query: string): Promise<Result[]>;
};

/** What a request would say, for the reader to see and edit, with a link that takes it to the repository. */
export function guideRequestForm(summary: ErrorSummary, { repository }: Offer): HTMLElement {
  const text = element('textarea', '');
  text.value = requestText(summary);
  text.rows = Math.min(12, text.value.split('\n').length + 1);
  text.spellcheck = false;
  const label = element('label', '', element('span', '', box.requestLabel), text);
  const status = element('p', 'asked small');
  status.setAttribute('role', 'status');
  const copy = button(box.copy, () => {
    navigator.clipboard.writeText(text.value).then(
      () => (status.textContent = box.copied),
      () => {
        text.select();
        status.textContent = box.cannotCopy;
      },
    );
  });
  const details = element('details', 'fold ask');
  const body = element('div', '');
  details.append(element('summary', '', repository ? box.askForGuide : box.facts), body);
  if (repository === undefined) {
    body.append(
      element('p', 'small', `${box.masked} ${box.beforePassing}`),
      label,
      element('p', 'row', copy),
      status,
    );
    return details;
  }
  const link = element('a', 'button', fill(box.openRequest, { host: new URL(repository).hostname }));
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const update = () => {
    const { url, isCut } = requestUrl(repository, requestTitle(summary), text.value);
    link.href = url;
    status.textContent = isCut ? box.tooLong : '';
  };
  text.addEventListener('input', update);
  update();
  body.append(
    element('p', 'small', `${box.masked} ${box.beforeOpening}`),
    label,
    element('p', 'row', link, copy),
    status,
  );
  return details;
}

/** A link to a search engine with the masked error; it shows what it would send. */
export function webSearchLink({ root }: ErrorSummary): HTMLElement {
  const first = root.message.split('\n', 1)[0]!;
  const query = redact(shorten([root.type, root.code, first].filter(Boolean).join(' ').trim(), 160));
  const link = element('a', '', search.web);
  link.href = `https://duckduckgo.com/?${new URLSearchParams({ q: query })}`;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const parts = withNodes(box.webSearch, { link, query: element('code', '', query) });
  return element('p', 'small web-search', ...parts);
}
