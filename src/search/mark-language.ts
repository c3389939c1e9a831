/** Marks an element whose words are not in the language of the page. Its direction follows its first letter. */
export function markLanguage<Node extends HTMLElement>(element: Node, language: string | undefined): Node {
  if (language === undefined) return element;
  element.lang = language;
  element.dir = 'auto';
  return element;
}
