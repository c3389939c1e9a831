/** Opens the search dialog by its link, `/` or Ctrl-K; the search itself is loaded when it is first opened. */
const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]')!;
const openLink = document.querySelector<HTMLAnchorElement>('[data-search-open]')!;
let filled: Promise<void> | undefined;

async function open(): Promise<void> {
  filled ??= fill();
  await filled;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

async function fill(): Promise<void> {
  const [{ siteSearch }, { connectSearch }] = await Promise.all([import('./search.ts'), import('./view.ts')]);
  const field = Object.assign(document.createElement('input'), {
    type: 'search',
    placeholder: 'WorkerLostError, E0382, worker lost …',
  });
  field.setAttribute('aria-label', 'Search guides');
  field.autocomplete = 'off';
  const status = Object.assign(document.createElement('p'), { className: 'status' });
  status.setAttribute('role', 'status');
  const list = Object.assign(document.createElement('ol'), { className: 'results' });
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Close' });
  close.addEventListener('click', () => dialog.close());
  const bar = Object.assign(document.createElement('div'), { className: 'search-bar' });
  bar.append(field, close);
  dialog.append(bar, status, list);
  connectSearch(field, list, status, siteSearch(dialog.dataset['base']!));
}

openLink.addEventListener('click', (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});
document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest?.('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const controlK =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !controlK) return;
  event.preventDefault();
  void open();
});

export {};
