import { skipLines } from '../../find-lines.ts';
import type { Line } from '../../line.ts';

// in td (created by IssueRow) · in IssueRow (at IssueTable.jsx:21) · in App
const COMPONENT =
  /^(?:\s*in [^\s()]{1,80}(?:\([^()]{0,80}\))?(?: \(created by .{1,80}\)| \(at .{1,400}:\d+\))|\s{4,}in (?:[A-Z][\w.$]{0,80}|[a-z]+)(?:\([^()]{0,80}\))?)$/;
const MAX_COMPONENTS = 200;

/** Whether a line names a component, as React up to 18 prints them between an error's message and its stack. */
export const isComponentLine = (text: string): boolean => COMPONENT.test(text);

/** The first line (0-based) from `from` on that names no component. */
export const skipComponents = (lines: Line[], from: number): number =>
  skipLines(lines, from, from + MAX_COMPONENTS, isComponentLine);
