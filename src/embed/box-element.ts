import { embed as texts } from '../locales/own/embed.ts';
import { match } from '../locales/own/match.ts';
import { button, element, linkTo, withNodes } from '../paste/view/element.ts';

/**
 * The box and the places of its answer, as `Box.astro` writes them for the site's own pages.
 * @param rows height of the field in lines
 * @param site whose guides answer; undefined when the page names none
 */
export function boxElement(rows: number, site: URL | undefined): HTMLElement {
  const field = element('textarea', '');
  Object.assign(field, {
    id: 'box',
    rows,
    spellcheck: false,
    autocomplete: 'off',
    autocapitalize: 'off',
    placeholder: 'Traceback (most recent call last):\n  …',
  });
  const label = element('label', 'box-label', match.label);
  label.htmlFor = field.id;
  const chooser = element('input', 'visually-hidden');
  chooser.type = 'file';
  const change = button(match.change, () => {});
  change.classList.add('paste-change');
  const status = element('p', 'status');
  status.role = 'status';
  return element(
    'div',
    'box',
    element(
      'div',
      'paste',
      element(
        'p',
        'row box-head',
        label,
        element('span', 'folded-only', match.yourPaste),
        element('span', 'paste-summary small'),
        element('label', 'box-file', chooser, match.openFile),
        change,
      ),
      field,
      element('p', 'small box-privacy', match.privacy, ...(site ? [' ', ...origin(site)] : [])),
    ),
    status,
    element('div', 'reading'),
    element('div', 'matches'),
    element('ol', 'results'),
  );
}

/** Where the guides are, and that they open in a tab of their own. */
function origin({ href, host }: URL): (Node | string)[] {
  const nodes = { site: linkTo(href, host) };
  return withNodes(texts.guidesOf, nodes).filter((part) => typeof part === 'string' || part instanceof Node);
}
