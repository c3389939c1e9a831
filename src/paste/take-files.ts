import { box } from '../locales/own/box.ts';

/** A longer text is read like a file: in pieces, with its progress. */
export const LONG = 200_000;

/**
 * Calls back with a file that is dropped within an area or chosen with the field, and with a text that is pasted there
 * anywhere but in another field.
 * @param area the whole page, or the box alone where the page is not ours
 * @param take a file, or a text that is too long to be shown in the box
 * @param put a text for the box
 */
export function takeFiles(
  root: HTMLElement,
  area: Document | HTMLElement,
  take: (file: Blob, name: string) => void,
  put: (text: string) => void,
): void {
  const chooser = root.querySelector<HTMLInputElement>('input[type=file]')!;
  const field = root.querySelector('textarea')!;
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (file) take(file, file.name);
    // So that the same file can be chosen again.
    chooser.value = '';
  });

  const on = <Type extends keyof GlobalEventHandlersEventMap>(
    type: Type,
    listener: (event: GlobalEventHandlersEventMap[Type]) => void,
  ) => area.addEventListener(type, listener as EventListener);
  const mark = (isOver: boolean) => root.classList.toggle('dropping', isOver);
  // Elsewhere on the page the browser would leave it to show the file.
  on('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  on('dragleave', (event) => {
    if (!area.contains(event.relatedTarget as Node | null)) mark(false);
  });
  on('drop', (event) => {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file, file.name);
  });

  on('paste', (event) => {
    const isHere = event.target === field;
    if (!isHere && (event.target as Element).closest?.('input, textarea, [contenteditable], dialog')) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length > LONG || (text === '' && file)) {
      event.preventDefault();
      if (text) take(new Blob([text]), box.pastedText);
      else take(file!, file!.name);
    } else if (!isHere && text.trim() !== '') {
      event.preventDefault();
      put(text);
    }
  });
}
