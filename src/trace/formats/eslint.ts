import { type Format, single } from '../format.ts';
import { isExceptionName, readHead } from '../head.ts';
import type { Line } from '../line.ts';
import { ownFrame } from '../place.ts';

/** What ESLint and Stylelint find in files, and what it says when it cannot run. */
export const eslint: Format = {
  id: 'eslint',
  language: 'javascript',
  hint: 'error |✖|Oops! |Line ',
  read(lines, from) {
    const { text, at } = lines[from] as Line;
    if (/^\s*Oops! Something went wrong! :\(/.test(text)) return readFailure(lines, from);
    const found = FINDINGS.map((form) => form.exec(text.slice(0, 1000))).find((match) => match !== null);
    if (found?.[1] === undefined) return undefined;
    const file = fileAbove(lines, from);
    if (file === undefined) return undefined;
    return single(lines, from, from + 1, {
      ...FACTS,
      message: found[3] ?? '',
      code: found[4],
      frames: [ownFrame(at, file, found[1], found[2])],
    });
  },
};

const FACTS = { type: 'error' };

const FINDINGS = [
  //   1:10  error  'total' is not defined  no-undef ·  1:12  ✖  Invalid hex color "#ggg"  color-no-invalid-hex
  /^\s*(\d+):(\d+) {2,}(?:error|✖) {2,}(\S.{0,600}?)(?: {2,}((?:@?[\w-]+\/)*[\w-]+))?$/,
  //   Line 5:10:  'total' is not defined  no-undef
  /^\s*Line (\d+)(?::(\d+))?: {2,}(\S.{0,600}?)(?: {2,}((?:@?[\w-]+\/)*[\w-]+))?$/,
];
const MAX_FINDINGS = 200;

/** The path on a line of its own above the findings. */
function fileAbove(lines: Line[], from: number): string | undefined {
  for (let index = from - 1; index >= 0 && index > from - MAX_FINDINGS; index--) {
    const text = (lines[index] as Line).text.trim();
    if (/^(?:\[eslint\] ?)?\S.{0,400}\.\w{1,6}$/.test(text) && /^[^:]*$|^\w:\\/.test(text)) return text;
    if (!/^(?:Line )?\d+(?::\d+)?:? {2,}/.test(text)) return undefined;
  }
  return undefined;
}

// Oops! Something went wrong! :(
//
// ESLint: 9.39.5
//
// A configuration object specifies rule "shop/x", but could not find plugin "shop".
function readFailure(lines: Line[], from: number) {
  let index = from + 1;
  while (index < from + 6 && /^\s*(?:ESLint: \d.*)?$/.test(lines[index]?.text ?? '.')) index++;
  const message = lines[index]?.text.trim() ?? '';
  const head = readHead(message);
  // An error with a stack of its own is Node's.
  if (message === '' || (head !== undefined && isExceptionName(head.type))) return undefined;
  return single(lines, from, index + 1, { ...FACTS, message });
}
