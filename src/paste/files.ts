/**
 * Calls back with a file that is dropped anywhere on the page or chosen with the field, and with a text that is pasted
 * into the box and too long to be shown in it.
 */
export function takeFiles(root: HTMLElement, take: (file: Blob, name: string) => void): void {
  const chooser = root.querySelector<HTMLInputElement>('input[type=file]')!;
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (file) take(file, file.name);
    // So that the same file can be chosen again.
    chooser.value = '';
  });

  const mark = (isOver: boolean) => root.classList.toggle('dropping', isOver);
  // Elsewhere on the page the browser would leave it to show the file.
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener('drop', (event) => {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file, file.name);
  });

  root.querySelector('textarea')!.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= LONG) return;
    event.preventDefault();
    take(new Blob([text]), 'The pasted text');
  });
}

/** A longer text is read like a file: in pieces, with its progress. */
export const LONG = 200_000;
