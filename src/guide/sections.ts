/** A part of an `.mdx` body: the text under one heading, or the text before the first. */
export type Section = {
  /** The heading's text; absent for what stands before the first heading. */
  heading?: string;
  /** Line of the file on which the heading, or the text without one, stands: 1-based. */
  line: number;
  /** MDX without the heading. */
  markdown: string;
  /** Line of the file on which `markdown` begins: 1-based. */
  markdownLine: number;
};

/**
 * Splits MDX at its headings of one depth; headings inside fenced code do not count.
 * The first section is what stands before the first heading, empty or not.
 * @param firstLine line of the file on which `body` begins, 1-based
 */
export function splitSections(body: string, depth: 2 | 3, firstLine: number): Section[] {
  const mark = `${'#'.repeat(depth)} `;
  const sections: Section[] = [{ line: firstLine, markdown: '', markdownLine: firstLine }];
  let fence: string | undefined;
  const lines = body.split('\n');
  lines.forEach((line, index) => {
    const ticks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (ticks && !fence) fence = ticks;
    else if (ticks && fence && ticks.startsWith(fence) && line.trim() === ticks) fence = undefined;
    const number = firstLine + index;
    if (!fence && line.startsWith(mark)) {
      sections.push({
        heading: line.slice(mark.length).trim(),
        line: number,
        markdown: '',
        markdownLine: number + 1,
      });
    } else {
      const section = sections[sections.length - 1]!;
      section.markdown += index < lines.length - 1 ? `${line}\n` : line;
    }
  });
  return sections;
}

/** An anchor for a heading: lower-case words joined by hyphens. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
