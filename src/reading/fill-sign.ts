/** A gap longer than this is told by `…`. */
const LONGEST = 60;

/**
 * Puts the reader's own values into the gaps of a sign: `exited: signal … ` becomes `exited: signal 9 `.
 * Nothing changes unless one of the lines holds all parts of the sign in their order.
 */
export function fillSign(sign: Element, lines: string[]): void {
  const gaps = [...sign.querySelectorAll('[data-gap]')];
  const parts = [...sign.childNodes].map((node) => ({
    node,
    isGap: gaps.includes(node as Element),
    text: node.textContent ?? '',
  }));
  for (const line of lines) {
    const values = valuesOf(
      line,
      parts.map(({ isGap, text }) => (isGap ? undefined : text)),
    );
    if (!values) continue;
    gaps.forEach((gap, i) => {
      const value = values[i];
      if (value === undefined || value.trim() === '' || value.length > LONGEST) return;
      gap.textContent = value;
      gap.className = 'filled';
    });
    return;
  }
}

/**
 * What stands in a line between the parts of a sign.
 * @param parts texts in their order; undefined is a gap
 */
export function valuesOf(line: string, parts: (string | undefined)[]): string[] | undefined {
  const values: string[] = [];
  let done = 0;
  let isOpen = false;
  for (const part of parts) {
    if (part === undefined) {
      isOpen = true;
      continue;
    }
    const text = part.trim();
    if (text === '') continue;
    const at = line.indexOf(text, done);
    if (at < 0) return undefined;
    if (isOpen) values.push(line.slice(done, at));
    isOpen = false;
    done = at + text.length;
  }
  if (isOpen) values.push('');
  return values;
}
