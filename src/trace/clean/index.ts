import { holdsAny, type Line, toLines } from '../line.ts';
import { ansi } from './ansi.ts';
import { blanks } from './blanks.ts';
import { boxes } from './boxes.ts';
import { collapsed } from './collapsed.ts';
import { escapes } from './escapes.ts';
import { html } from './html.ts';
import { invisible } from './invisible.ts';
import { json } from './json.ts';
import { margin } from './margin.ts';
import { padding } from './padding.ts';
import { prefixes } from './prefixes.ts';
import { quotes } from './quotes.ts';
import { services } from './services.ts';
import { wraps } from './wraps.ts';

/** One step: lines in, lines out, each with its place in the original text. */
export type Step = (lines: Line[]) => Line[];

/**
 * In the order in which damage was done last to first: what was put on last comes off first. Each with the literals of
 * which a text must hold one for the step to change it; without them it looks for itself.
 */
const steps: [step: Step, literals: string[]][] = [
  [invisible, []],
  [json, ['{"', '"']],
  [escapes, ['\\n']],
  [html, ['<', '&']],
  [ansi, ['[', '\u001b', '\u009b']],
  [quotes, ['>', '`', '~~~', ': |']],
  // Behind colours, entities or quote marks.
  [json, ['{"']],
  [services, ['|', '[', '\t']],
  // Before and behind the times that a log put on its lines.
  [wraps, []],
  [margin, []],
  [blanks, []],
  [prefixes, []],
  [margin, []],
  [blanks, []],
  [wraps, []],
  [boxes, ['╭']],
  [collapsed, []],
  [padding, []],
];

/** Takes off a text what terminals, log collectors, chats and web pages put around a trace. */
export function clean(text: string): Line[] {
  let lines = toLines(text);
  let isRaw = true;
  for (const [step, literals] of steps) {
    if (isRaw && !holdsAny(text, literals)) continue;
    const cleaned = step(lines);
    if (cleaned !== lines) isRaw = false;
    lines = cleaned;
  }
  return lines;
}
