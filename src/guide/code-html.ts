/** A block of code; what scrolls can be reached with the keyboard. */
export function codeHtml(lines: string[], title?: string): string {
  const pre = `<pre tabindex="0"><code>${lines.join('\n')}</code></pre>`;
  return title ? `<figure class="code"><figcaption>${escapeHtml(title)}</figcaption>${pre}</figure>` : pre;
}

/** Text as HTML between tags; not for attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]!);
}
