/** A heading's words, without its link to itself. */
export function headingText(heading: Element | null): string {
  const parts = [...(heading?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches('.anchor')),
  );
  return parts
    .map((node) => node.textContent)
    .join('')
    .trim();
}
