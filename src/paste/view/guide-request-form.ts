import type { Result } from '../../search/search.ts';
import { redact } from '../redact/redact.ts';
import type { ErrorSummary } from '../worker/summary.ts';
import { button, element } from './element.ts';
import { shorten } from './format.ts';
import { requestText, requestTitle, requestUrl } from './guide-request.ts';

/** What the site offers for an error without a guide. */
export type Offer = {
  /** Where guides can be asked for, if the site says where. */
  repository?: string | undefined;
  /** Guides whose names are like a name. */
  names(query: string): Promise<Result[]>;
};

const MASKED = 'Passwords, tokens, addresses and names are masked as far as they can be recognised.';

/** What a request would say, for the reader to see and edit, with a link that takes it to the repository. */
export function guideRequestForm(summary: ErrorSummary, { repository }: Offer): HTMLElement {
  const text = element('textarea', '');
  text.value = requestText(summary);
  text.rows = Math.min(12, text.value.split('\n').length + 1);
  text.spellcheck = false;
  const label = element('label', '', element('span', '', 'What the request says'), text);
  const status = element('p', 'asked small');
  status.setAttribute('role', 'status');
  const copy = button('Copy', () => {
    navigator.clipboard.writeText(text.value).then(
      () => (status.textContent = 'Copied.'),
      () => {
        text.select();
        status.textContent =
          'The browser does not let this page copy. The text is selected: copy it by hand.';
      },
    );
  });
  const details = element('details', 'fold ask');
  const body = element('div', '');
  details.append(element('summary', '', repository ? 'Ask for this guide' : 'The facts, to copy'), body);
  if (repository === undefined) {
    body.append(
      element('p', 'small', `${MASKED} Read and edit them before you pass them on.`),
      label,
      element('p', 'row', copy),
      status,
    );
    return details;
  }
  const link = element('a', 'button', `Open the request on ${new URL(repository).hostname}`);
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const fill = () => {
    const { url, isCut } = requestUrl(repository, requestTitle(summary), text.value);
    link.href = url;
    status.textContent = isCut
      ? 'The text is too long for a link: its end is left out. Copy it and paste it there.'
      : '';
  };
  text.addEventListener('input', fill);
  fill();
  const advice =
    'Read and edit the text first: nothing is sent before you open the link, and there you can still change it.';
  body.append(element('p', 'small', `${MASKED} ${advice}`), label, element('p', 'row', link, copy), status);
  return details;
}

/** A link to a search engine with the masked error; it shows what it would send. */
export function webSearchLink({ root }: ErrorSummary): HTMLElement {
  const first = root.message.split('\n', 1)[0]!;
  const query = redact(shorten([root.type, root.code, first].filter(Boolean).join(' ').trim(), 160));
  const link = element('a', '', 'Search the web');
  link.href = `https://duckduckgo.com/?${new URLSearchParams({ q: query })}`;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return element(
    'p',
    'small web-search',
    link,
    ' for ',
    element('code', '', query),
    ': this leaves your browser.',
  );
}
