import { type Line, toLines } from '../line.ts';
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
 * In the order in which damage was done last to first: what was put on last comes off first. Each with what a text
 * must hold for the step to change it; without it it looks for itself.
 */
const steps: [step: Step, needs?: RegExp][] = [
  // oxlint-disable-next-line no-control-regex
  [invisible, /[\0\r\u0085\u00a0-\u00ad\u2000-\u2060\u3000\ufeff]|^[ÿþï]/m],
  [json, /"/],
  [escapes, /\\n/],
  [html, /<(?:\/[a-z]|br)|&/i],
  // oxlint-disable-next-line no-control-regex
  [ansi, /[\x1b\x9b]|\[[\d;]*[mK]/i],
  [quotes, /[>`]|~~~|: \|/],
  // Behind colours, entities or quote marks.
  [json, /{"/],
  [services, /[|\t]|^\[[a-z]/im],
  // Before and behind the times that a log put on its lines.
  [wraps],
  [margin],
  [blanks],
  [prefixes],
  [margin],
  [blanks],
  [wraps],
  [boxes, /╭/],
  [collapsed],
  [padding],
];

/** Takes off a text what terminals, log collectors, chats and web pages put around a trace. */
export function clean(text: string): Line[] {
  let lines = toLines(text);
  let isRaw = true;
  for (const [step, needs] of steps) {
    if (isRaw && needs?.test(text) === false) continue;
    const cleaned = step(lines);
    if (cleaned !== lines) isRaw = false;
    lines = cleaned;
  }
  return lines;
}
