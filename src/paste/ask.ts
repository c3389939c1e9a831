import type { Result } from '../search/search.ts';
import { button, element } from './element.ts';
import type { Facts } from './facts.ts';
import { requestText, requestTitle, requestUrl } from './request.ts';

/** What the site offers for an error without a guide. */
export type Offer = {
  /** Where guides can be asked for, if the site says where. */
  repository?: string | undefined;
  /** Guides whose names are like a name. */
  names(query: string): Promise<Result[]>;
};

/** The facts that a request would say, for the reader to see and edit; a link that takes them to the repository. */
export function askForGuide(facts: Facts, { repository }: Offer): HTMLElement {
  const text = element('textarea', '');
  text.value = requestText(facts);
  text.rows = Math.min(12, text.value.split('\n').length + 1);
  text.spellcheck = false;
  const label = element('label', '', element('span', '', 'What the request says'), text);
  const said = element('p', 'asked');
  said.setAttribute('role', 'status');
  const copy = button('Copy', () => {
    navigator.clipboard.writeText(text.value).then(
      () => (said.textContent = 'Copied.'),
      () => {
        text.select();
        said.textContent = 'The browser does not let this page copy. The text is selected: copy it by hand.';
      },
    );
  });
  const masked = 'Passwords, tokens, addresses and names are masked as far as they can be told.';
  const details = element('details', 'ask');
  if (repository === undefined) {
    details.append(
      element('summary', '', 'The facts, to copy'),
      element('p', '', `${masked} Read and edit them before you pass them on.`),
      label,
      element('p', 'ask-row', copy),
      said,
    );
    return details;
  }
  const link = element('a', 'button', `Open the request on ${new URL(repository).hostname}`);
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const fill = () => {
    const { url, isCut } = requestUrl(repository, requestTitle(facts), text.value);
    link.href = url;
    said.textContent = isCut
      ? 'The text is too long for a link: its end is left out. Copy it and paste it there.'
      : '';
  };
  text.addEventListener('input', fill);
  fill();
  details.append(
    element('summary', '', 'Ask for this guide'),
    element(
      'p',
      '',
      `${masked} Read and edit the text first: nothing is sent before you open the link, and there you can still change it.`,
    ),
    label,
    element('p', 'ask-row', link, copy),
    said,
  );
  return details;
}
