import { type Line, splitLines } from '../line.ts';
import { unboxRich } from './unbox-rich.ts';
import { splitCollapsed } from './split-collapsed.ts';
import { groupByService } from './group-by-service.ts';
import { dropDoubledEmptyLines } from './drop-doubled-empty-lines.ts';
import { joinCutFrames } from './join-cut-frames.ts';
import { stripAnsi } from './strip-ansi.ts';
import { stripInvisible } from './strip-invisible.ts';
import { stripHtml } from './strip-html.ts';
import { dedent } from './dedent.ts';
import { stripLogPrefixes } from './strip-log-prefixes.ts';
import { joinWrapped } from './join-wrapped.ts';
import { trimLineEnds } from './trim-line-ends.ts';
import { unquoteMarkdown } from './unquote-markdown.ts';
import { expandJsonLogs } from './expand-json-logs.ts';
import { unescapeNewlines } from './unescape-newlines.ts';

/** One step: lines in, lines out, each with its place in the original text. It returns the same array for no change. */
export type CleaningStep = (lines: Line[]) => Line[];

type Phase = {
  name: string;
  /** `needs`: what a text must contain for the step to change it. Without `needs` the step looks for itself. */
  steps: { step: CleaningStep; needs?: RegExp }[];
};

/** What was put on a text last comes off first. */
const phases: Phase[] = [
  {
    name: 'characters that nobody sees',
    steps: [
      // oxlint-disable-next-line no-control-regex
      { step: stripInvisible, needs: /[\0\r\u0085\u00a0-\u00ad\u2000-\u2060\u3000\ufeff]|^[ÿþï]/m },
    ],
  },
  {
    name: 'encodings',
    steps: [
      { step: expandJsonLogs, needs: /"/ },
      { step: unescapeNewlines, needs: /\\n/ },
      { step: stripHtml, needs: /<(?:\/[a-z]|br)|&/i },
    ],
  },
  {
    name: 'marks of terminals and chats',
    steps: [
      // oxlint-disable-next-line no-control-regex
      { step: stripAnsi, needs: /[\x1b\x9b]|\[[\d;]*[mK]/i },
      { step: unquoteMarkdown, needs: /[`\u4e00-\u9fff]|~~~|: [>|]|\*\*|^ {0,3}[#>]|^_\w/m },
      // Colours, entities and quote marks hid that a line is JSON.
      { step: expandJsonLogs, needs: /{"/ },
    ],
  },
  {
    name: 'prefixes of lines',
    steps: [
      { step: groupByService, needs: /[|\t]|^\[[a-z]/im },
      // The name of a service hid that a line is JSON.
      { step: expandJsonLogs, needs: /{"/ },
      // The three steps run before and after the prefixes: a terminal wraps and indents what a log printed, and a log
      // prints what is wrapped and indented.
      { step: joinWrapped },
      { step: dedent },
      { step: dropDoubledEmptyLines },
      { step: stripLogPrefixes },
      { step: dedent },
      { step: dropDoubledEmptyLines },
      { step: joinWrapped },
    ],
  },
  {
    name: 'forms of whole traces',
    steps: [
      { step: unboxRich, needs: /╭/ },
      { step: joinCutFrames },
      { step: splitCollapsed },
      { step: trimLineEnds },
    ],
  },
];
const steps = phases.flatMap((phase) => phase.steps);

/** Removes from a text what terminals, log collectors, chats and web pages put around a trace. */
export function clean(text: string): Line[] {
  let lines = splitLines(text);
  let isRaw = true;
  for (const { step, needs } of steps) {
    if (isRaw && needs?.test(text) === false) continue;
    const cleaned = step(lines);
    if (cleaned !== lines) isRaw = false;
    lines = cleaned;
  }
  return lines;
}
