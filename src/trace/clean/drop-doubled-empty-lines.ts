import { isBlank, type Line } from '../line.ts';

const MIN_LINES = 5;
const MOST = 0.9;
/** More sentences than this share of the lines mean paragraphs of one line. */
const MAX_PROSE = 0.3;
// The job stops every night. · Any ideas where to look? · Hi, · Thanks
const SENTENCE = /^[A-Z][a-z']*(?: .*[a-z)`"'][.?!:,]|(?: [a-z]+)?[,.!]?)$/;

/** Drops empty lines when there is one after nearly every line: a chat or a console doubled the newlines. */
export function dropDoubledEmptyLines(lines: Line[]): Line[] {
  let filled = 0;
  let followed = 0;
  let isAfterFilled = false;
  for (const { text } of lines) {
    const isFilled = !isBlank(text);
    if (isFilled) filled++;
    else if (isAfterFilled) followed++;
    isAfterFilled = isFilled;
  }
  if (filled < MIN_LINES || followed < (filled - 1) * MOST) return lines;
  const texts = lines.filter(({ text }) => !isBlank(text));
  const sentences = texts.filter(({ text }) => SENTENCE.test(text.slice(0, 300)));
  return sentences.length > filled * MAX_PROSE ? lines : texts;
}
