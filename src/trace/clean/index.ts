import { type Line, splitLines } from '../line.ts';
import { stripAnsi } from './strip-ansi.ts';
import { dropDoubledEmptyLines } from './drop-doubled-empty-lines.ts';
import { unboxRich } from './unbox-rich.ts';
import { splitCollapsed } from './split-collapsed.ts';
import { unescapeNewlines } from './unescape-newlines.ts';
import { stripHtml } from './strip-html.ts';
import { stripInvisible } from './strip-invisible.ts';
import { expandJsonLogs } from './expand-json-logs.ts';
import { dedent } from './dedent.ts';
import { trimLineEnds } from './trim-line-ends.ts';
import { stripLogPrefixes } from './strip-log-prefixes.ts';
import { unquoteMarkdown } from './unquote-markdown.ts';
import { groupByService } from './group-by-service.ts';
import { joinWrapped } from './join-wrapped.ts';

/** One step: lines in, lines out, each with its place in the original text. */
export type CleaningStep = (lines: Line[]) => Line[];

/**
 * In the order in which damage was done last to first: what was put on last comes off first. Each with what a text
 * must hold for the step to change it; without it it looks for itself.
 */
const steps: [step: CleaningStep, needs?: RegExp][] = [
  // oxlint-disable-next-line no-control-regex
  [stripInvisible, /[\0\r\u0085\u00a0-\u00ad\u2000-\u2060\u3000\ufeff]|^[ÿþï]/m],
  [expandJsonLogs, /"/],
  [unescapeNewlines, /\\n/],
  [stripHtml, /<(?:\/[a-z]|br)|&/i],
  // oxlint-disable-next-line no-control-regex
  [stripAnsi, /[\x1b\x9b]|\[[\d;]*[mK]/i],
  [unquoteMarkdown, /[>`]|~~~|: \|/],
  // Behind colours, entities or quote marks.
  [expandJsonLogs, /{"/],
  [groupByService, /[|\t]|^\[[a-z]/im],
  // Before and behind the times that a log put on its lines.
  [joinWrapped],
  [dedent],
  [dropDoubledEmptyLines],
  [stripLogPrefixes],
  [dedent],
  [dropDoubledEmptyLines],
  [joinWrapped],
  [unboxRich, /╭/],
  [splitCollapsed],
  [trimLineEnds],
];

/** Takes off a text what terminals, log collectors, chats and web pages put around a trace. */
export function clean(text: string): Line[] {
  let lines = splitLines(text);
  let isRaw = true;
  for (const [step, needs] of steps) {
    if (isRaw && needs?.test(text) === false) continue;
    const cleaned = step(lines);
    if (cleaned !== lines) isRaw = false;
    lines = cleaned;
  }
  return lines;
}
