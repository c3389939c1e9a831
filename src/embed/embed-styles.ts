/**
 * The site's own styles for a shadow root: its tokens as custom properties that a page may set as `--tracebook-…`, widths
 * of the element in place of those of the window, and sizes by `--tracebook-rem`.
 * @param tokens the file with the custom properties
 * @param sheets the files with the rules, in their order
 */
export function embedStyles(tokens: string, sheets: string[]): string {
  const [, declared = ''] = /:root \{([^}]*)\}/.exec(tokens) ?? [];
  const properties = [...declared.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
    ([, name, value]) => `--${name}:var(--tracebook-${name},${value!.trim()})`,
  );
  const host = `:host{--rem:var(--tracebook-rem,1rem);${inElement(properties.join(';'))}}`;
  return minify([host, ...sheets.map(inElement)].join('\n'));
}

/** `2rem` as a share of the element's own unit; windows as containers, whose widths have no custom properties. */
function inElement(css: string): string {
  return css
    .split(/(@media [^{]+\{)/)
    .map((part) =>
      part.startsWith('@media')
        ? part.replace(/^@media (?=\((?:min|max)-width)/, '@container ')
        : part.replace(/(?<![\w.-])(\d*\.?\d+)rem\b/g, 'calc($1*var(--rem))'),
    )
    .join('')
    .replaceAll('--rem:var(--tracebook-rem,calc(1*var(--rem)))', '--rem:var(--tracebook-rem,1rem)');
}

function minify(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
}
