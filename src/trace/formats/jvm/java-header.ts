import { type ExceptionHeader, parseHeader } from '../../exception-header.ts';
import { type Line, textAt } from '../../line.ts';
import { parseJavaFrame } from './java-frame.ts';

/** The head of a class that R8 renamed, `a.b.c: message`; only a frame right below it makes it one. */
export function parseRenamedHeader(lines: Line[], index: number): ExceptionHeader | undefined {
  const head = parseHeader(textAt(lines, index));
  if (head === undefined || !/^(?:[a-zA-Z]\w{0,2}\.){1,6}[a-zA-Z]\w{0,2}$/.test(head.type)) return undefined;
  return parseJavaFrame(textAt(lines, index + 1)) === undefined ? undefined : head;
}

//   nested exception is:
// com.shop.AddressException: 550 denied
/** Whether a line is the exception that JavaMail quotes in a message. */
export const isNested = (lines: Line[], index: number) =>
  /^\s*nested exception is:\s*$/.test(textAt(lines, index - 1));
