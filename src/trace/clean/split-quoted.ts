import { hasAtMostFilled, type Line, splitLine } from '../line.ts';
import { isErrorText, isExplanation } from './split-prose.ts';

/** In a longer text quotation marks are source's. */
const MAX_PROSE = 60;
const MAX_SENTENCE = 1_500;
// I get "TypeError: x is not a function" when I save. · the page shows “Uncaught ReferenceError: shop is not defined”
const QUOTED =
  /^(?![\s"“{[<])(?<before>[^"“”]{1,400}[\s:(])["“](?<error>[^"“”]{8,800}(?:"[^"“”]{1,80}"[^"“”]{1,400})?)["”](?<after>[\s.,;:?!)].{0,800})?$/;
// "TypeError: x is not a function"
const WHOLE = /^["“](?<error>[^"“”]{8,800})["”][.?!]?$/;
// The word before the quotation, a verb or a noun by which people report what they saw.
const REPORTED =
  /\b(?:(?:get|see|say|show|receiv|throw|giv|print|read|log|complain|error|message)(?:|e|s|es|ed|ged|t?ing|ging)|got|saw|said|showed|exception|with|this|following|that|is)[\s:,(]{1,4}$/i;

/** Puts errors that people write in double quotes inside sentences on lines of their own. */
export function splitQuoted(lines: Line[]): Line[] {
  if (!hasAtMostFilled(lines, MAX_PROSE)) return lines;
  let changed: Line[] | undefined;
  lines.forEach((line, index) => {
    const texts = line.hasLogPrefix || line.text.length > MAX_SENTENCE ? undefined : textsOf(line.text);
    if (texts === undefined) changed?.push(line);
    else {
      changed ??= lines.slice(0, index);
      for (const part of splitLine(line, texts)) changed.push(part);
    }
  });
  return changed ?? lines;
}

/** The lines that a line of prose is. Undefined when it stays as it is. */
function textsOf(text: string): string[] | undefined {
  const whole = WHOLE.exec(text)?.groups?.['error'];
  if (whole !== undefined) return isErrorText(whole) ? [whole, ''] : undefined;
  const { before = '', error = '', after = '' } = QUOTED.exec(text)?.groups ?? {};
  if (!REPORTED.test(before.slice(-60)) || isErrorText(before) || isExplanation(text) || !isErrorText(error))
    return undefined;
  return [before.trim(), error, '', after.trim()].filter((part, at) => at === 2 || part !== '');
}
