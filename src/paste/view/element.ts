export type Child = Node | string | false | undefined;

/** An element with a class and children. Text is only ever set as text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children.filter((child): child is Node | string => child !== false && child !== undefined));
  return node;
}

/** A text with a node in each of its `{holes}`. */
export function withNodes(text: string, nodes: Record<string, Child>): Child[] {
  return text.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 1 ? nodes[part] : part));
}

/** A link to a page of this site. */
export function linkTo(href: string, text: string, className = ''): HTMLAnchorElement {
  const link = element('a', className, text);
  link.href = href;
  return link;
}

/** A button that runs something. */
export function button(text: string, onClick: () => void): HTMLButtonElement {
  const node = element('button', 'text-button', text);
  node.type = 'button';
  node.addEventListener('click', onClick);
  return node;
}

/** The name of another site beside what is found there. */
export function siteLabel({ name }: { name: string }): HTMLElement {
  return element('span', 'pill site', name);
}
