/** Inline code of Markdown, in which nothing is escaped. */
const INLINE_CODE = /(`+[^`]+`+)/;

/**
 * A guide's Markdown twin as other builders take it: its title as frontmatter, its links from the root.
 * @param isMdx whether what MDX would read as a tag or an expression is escaped
 */
export function peerMarkdown(twin: string, { isMdx }: { isMdx: boolean }): string {
  const [heading, ...rest] = twin.replace(/^---\n[^]*?\n---\n+/, '').split('\n');
  const title = JSON.stringify(heading!.replace(/^# /, ''));
  const body = isMdx ? escapeMdx(rest) : rest;
  return `---\ntitle: ${title}\n---\n${body.join('\n')}`;
}

function escapeMdx(lines: string[]): string[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const ticks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (ticks && fence === undefined) fence = ticks;
    else if (ticks && fence !== undefined && ticks.startsWith(fence)) fence = undefined;
    else if (fence === undefined)
      return line
        .split(INLINE_CODE)
        .map((part, i) => (i % 2 === 0 ? part.replaceAll(/[<{}]/g, (char) => `\\${char}`) : part))
        .join('');
    return line;
  });
}
