/** Text as inline code, whatever backticks it has. */
export function code(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}

/** `- [title](address): one; two`. */
export function listItem(title: string, address: string, more: string[]): string {
  return `- [${title.replaceAll(/[\\`*_[\]<>]/g, '\\$&')}](${address}): ${more.join('; ')}`;
}
