import { otherSitesOf } from './others/other-site.ts';
import { search } from '../locales/own/search.ts';

/** Opens the search dialog by its link, `/` or Ctrl-K; the search itself is loaded when it is first opened. */
const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]')!;
const openLink = document.querySelector<HTMLAnchorElement>('[data-search-open]')!;
let field: HTMLInputElement | undefined;

function open(): void {
  field ??= fill();
  if (!dialog.open) dialog.showModal();
  field.select();
}

/** The field is there at once, so that no key is lost while the search is loaded. */
function fill(): HTMLInputElement {
  const input = Object.assign(document.createElement('input'), {
    type: 'search',
    placeholder: search.placeholder,
    ariaLabel: search.field,
    autocomplete: 'off',
  } as const);
  const status = Object.assign(document.createElement('p'), { className: 'status', role: 'status' });
  const list = Object.assign(document.createElement('ol'), { className: 'results' });
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: search.close,
  } as const);
  close.addEventListener('click', () => dialog.close());
  const bar = Object.assign(document.createElement('div'), { className: 'search-bar' });
  bar.append(input, close);
  dialog.append(bar, status, list);
  void Promise.all([import('./search.ts'), import('./view.ts'), import('./dialog-styles.ts')]).then(
    ([{ siteSearch }, { connectSearch }]) =>
      connectSearch(
        input,
        list,
        status,
        siteSearch(dialog.dataset['base']!, otherSitesOf(dialog)),
        dialog.dataset['base']!,
      )(),
  );
  return input;
}

openLink.addEventListener('click', (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
document.addEventListener('keydown', (event) => {
  const target = event.target as Element;
  // A field that was just hidden keeps the focus for a moment.
  const hidden = !dialog.open && dialog.contains(target);
  const typing = !hidden && target.closest?.('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const controlK =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !controlK) return;
  event.preventDefault();
  open();
});
