import { box } from '../../locales/own/box.ts';
import { plural } from '../../locales/own/format.ts';
import { button, element } from './element.ts';
import type { Reading } from '../worker/protocol.ts';

export type Progress = { show(reading: Pick<Reading, 'share' | 'errors'>): void; hide(): void };

/** Shows how much of a file has been read, with a button that ends it. */
export function progressIn(root: HTMLElement, onCancel: () => void): Progress {
  const bar = element('progress', '');
  bar.max = 100;
  bar.setAttribute('aria-label', box.readOfFile);
  const text = element('span', 'progress-text');
  const row = element('div', 'progress', bar, text, button(box.cancel, onCancel));
  return {
    show({ share, errors }) {
      const percent = Math.floor(share * 100);
      bar.value = percent;
      text.textContent = plural(box.progress, errors, { percent });
      if (!row.isConnected) root.replaceChildren(row);
    },
    hide: () => row.remove(),
  };
}
