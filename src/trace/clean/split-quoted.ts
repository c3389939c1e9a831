import { hasAtMostFilled, type Line, splitLine, textAt } from '../line.ts';
import { isErrorText, isExplanation } from './split-prose.ts';

/** In a longer text quotation marks are source's. */
const MAX_PROSE = 60;
const MAX_SENTENCE = 1_500;
// I get "TypeError: x is not a function" when I save. · the page shows “Uncaught ReferenceError: shop is not defined”
const QUOTED =
  /^(?![\s"“{[</])(?<before>[^"“”]{1,400}(?:[\s:]|\s\())["“](?<error>[^"“”]{8,800})["”](?<after>[\s.,;:?!)].{0,800})?$/;
// "TypeError: x is not a function"
const WHOLE = /^["“](?<error>[^"“”]{8,800})["”][.?!]?$/;
// The word before the quotation, a verb or a noun by which people report what they saw.
const REPORTED =
  /\b(?:(?:get|see|say|show|receiv|throw|giv|print|log|error|message)\w{0,4}|got|saw|said|exception|with|this|following|that|is)[\s:,(]{1,4}$/i;

// Who saw it, when, or where. Documentation says what a program prints as well.
const HAPPENED =
  /\b(?:I|we|my|our|me|us|getting|got|saw|failed|still|the (?:page|logs?|app|site|server|build|job|console))\b/i;
// const names = [ · () => x · total(1);
const CODE = /[;{[(]\s*$|=>|^[\])}]/;
// assert.equal(error.message,
const OPEN_CALL = /\w\([^)]*$/;

/** Puts errors that people write in double quotes inside sentences on lines of their own. */
export function splitQuoted(lines: Line[]): Line[] {
  if (!hasAtMostFilled(lines, MAX_PROSE)) return lines;
  let changed: Line[] | undefined;
  lines.forEach((line, index) => {
    const texts = line.hasLogPrefix || line.text.length > MAX_SENTENCE ? undefined : textsOf(lines, index);
    if (texts === undefined) changed?.push(line);
    else {
      changed ??= lines.slice(0, index);
      for (const part of splitLine(line, texts)) changed.push(part);
    }
  });
  return changed ?? lines;
}

/** The lines that a line of prose is. Undefined when it stays as it is. */
function textsOf(lines: Line[], index: number): string[] | undefined {
  const text = textAt(lines, index);
  const whole = WHOLE.exec(text)?.groups?.['error'];
  if (whole !== undefined) {
    const isSource = /,\s*$/.test(textAt(lines, index - 1)) || lines.some((line) => CODE.test(line.text));
    return !isSource && isErrorText(whole) ? [whole, ''] : undefined;
  }
  const { before = '', error = '', after = '' } = QUOTED.exec(text)?.groups ?? {};
  if (
    !REPORTED.test(before.slice(-60)) ||
    !HAPPENED.test(text) ||
    CODE.test(text) ||
    OPEN_CALL.test(before) ||
    isErrorText(before) ||
    isExplanation(text) ||
    !isErrorText(error)
  )
    return undefined;
  return [before.trim(), error, '', after.trim()].filter((part, at) => at === 2 || part !== '');
}
