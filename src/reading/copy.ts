import { reading } from '../locales/own/reading.ts';

/** A button that copies a text and says so; where the browser forbids it, the text is selected instead. */
export function copyButton(
  label: string,
  text: () => string | Promise<string>,
  source?: Node,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.lang = document.documentElement.lang;
  button.addEventListener('click', async () => {
    let state: string = reading.copied;
    try {
      await navigator.clipboard.writeText(await text());
    } catch {
      if (source) getSelection()?.selectAllChildren(source);
      state = source ? reading.selected : reading.cannotCopy;
    }
    button.textContent = state;
    setTimeout(() => (button.textContent = label), 2000);
  });
  return button;
}

/** Puts a button on every block of code and on the listing of the trace. */
export function addCopyButtons(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure.code')) {
    const code = figure.querySelector('code')!;
    figure.querySelector('figcaption')?.append(copyButton(reading.copy, () => codeText(figure, code), code));
  }
  for (const code of root.querySelectorAll('pre:not(.printout, figure pre) > code'))
    code.before(copyButton(reading.copy, () => code.textContent, code));
  for (const place of root.querySelectorAll('[data-copy-below]')) {
    const list = place.nextElementSibling!;
    place.append(
      ' ',
      copyButton(reading.copy, () => listingText(list), list),
    );
  }
}

/** The lines of a listing, the folded ones too. */
export function listingText(list: Element): string {
  return [...list.querySelectorAll(':is(li, details) > code')].map((code) => code.textContent).join('\n');
}

/** The version of a changed file that is shown; the changes are copied as the whole file after them. */
function codeText(figure: Element, code: Element): string {
  if (!figure.matches('.change')) return code.textContent;
  const isBefore = figure.querySelector('label:nth-child(2) :checked') !== null;
  const isRemoved = !figure.querySelector('ins, span:not(.gap)') && figure.querySelector('del') !== null;
  const other = isBefore || isRemoved ? 'INS' : 'DEL';
  const lines = [...code.children].filter(
    ({ className, tagName }) => className !== 'gap' && tagName !== other,
  );
  return `${lines.map((line) => line.textContent).join('\n')}\n`;
}
