import type { Headings } from './page-sections.ts';
import { didYouMean } from './problems.ts';

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

/**
 * Reads the sections of an `.mdx` body by key.
 * @param firstLine line of the file on which `body` begins, 1-based
 * @param headings what the body may consist of, in order
 * @returns every section, those that may be left out empty; or none, and what is wrong with which line
 */
export function readSections<Known extends Headings>(
  body: string,
  firstLine: number,
  headings: Known,
): {
  sections: Record<keyof Known, Section> | undefined;
  problems: { message: string; line?: number | undefined }[];
} {
  const problems: { message: string; line?: number | undefined }[] = [];
  const found: Record<string, Section> = {};
  const known = Object.values(headings).flatMap(({ heading }) => heading || []);
  const keyOf = (heading = '') => Object.keys(headings).find((key) => headings[key]!.heading === heading);
  for (const section of splitSections(body, 2, firstLine)) {
    const { heading, line } = section;
    const key = keyOf(heading);
    if (key === undefined) {
      const hint = didYouMean(heading!, known) || ` Known here: ${known.join(', ')}.`;
      problems.push({ message: `Unknown heading "## ${heading}".${hint}`, line });
    } else if (found[key]) {
      const message = `"## ${heading}" stands twice, first on line ${found[key].line}. Join them.`;
      problems.push({ message, line });
    } else found[key] = section;
  }
  let above: Section | undefined;
  for (const key of Object.keys(headings)) {
    const section = found[key];
    if (section && above && section.line < above.line) {
      const message = `"## ${section.heading}" must stand after "## ${above.heading}". Move it.`;
      problems.push({ message, line: section.line });
    }
    above = section ?? above;
  }
  for (const [key, { heading, optional }] of Object.entries(headings)) {
    if (found[key]?.markdown.trim()) continue;
    if (optional) found[key] ??= { line: 0, markdown: '', markdownLine: 0 };
    else if (heading)
      problems.push({ message: `needs text under "## ${heading}". Write it.`, line: found[key]?.line });
    else problems.push({ message: 'needs text before its first heading. Write it.', line: firstLine });
  }
  const sections = problems.length === 0 ? (found as Record<keyof Known, Section>) : undefined;
  return { sections, problems };
}

/** An anchor for a heading: lower-case words joined by hyphens. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
