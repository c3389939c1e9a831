/** Keeps the ticks of a checklist on this machine, under the guide's id. */
export function keepTicks(): void {
  const list = document.querySelector<HTMLElement>('[data-checklist]');
  if (!list) return;
  const key = `steps:${list.dataset['checklist']}`;
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const done = new Set(read(key).split(' '));
  boxes.forEach((box, i) => (box.checked ||= done.has(String(i))));
  list.addEventListener('change', () => {
    const ticked = boxes.flatMap((box, i) => (box.checked ? [i] : []));
    try {
      if (ticked.length > 0) localStorage.setItem(key, ticked.join(' '));
      else localStorage.removeItem(key);
    } catch {
      // Without storage the ticks hold for this visit.
    }
  });
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
