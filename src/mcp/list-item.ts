import { escapeMarkdown } from '../commands/markdown-text.ts';

/** `- [title](address): one; two`. */
export function listItem(title: string, address: string, more: string[]): string {
  return `- [${escapeMarkdown(title)}](${address}): ${more.join('; ')}`;
}
