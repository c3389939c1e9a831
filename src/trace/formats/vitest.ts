import { type Format, single } from '../format.ts';
import { isExceptionName, readHead } from '../head.ts';
import type { Line } from '../line.ts';
import { originOf } from '../origin.ts';
import type { Exception, Frame, Trace } from '../types.ts';
import { frameOf as nodeFrameOf } from './node/frame.ts';
import { isLikelyType } from './node/head.ts';

const MAX_LINES = 400;

/** Reports of Vitest, Jest and Jasmine: the test's name, the error, then its places; each test is a trace. */
export const vitest: Format = {
  id: 'vitest',
  language: 'javascript',
  hint: 'FAIL|● |Message:',
  read(lines, from) {
    if (!isStart(lines, from)) return undefined;
    let headAt = from + 1;
    while (headAt < lines.length && headAt < from + 4 && (lines[headAt] as Line).text.trim() === '') headAt++;
    const text = lines[headAt]?.text.trim() ?? '';
    if (text === '') return undefined;
    const message: string[] = [];
    const frames: Frame[] = [];
    let detail: Exception | undefined;
    let end = headAt + 1;
    for (let index = headAt + 1; index < lines.length && index < from + MAX_LINES; index++) {
      const line = lines[index] as Line;
      if (isEnd(lines, index)) break;
      const inner = message.includes('Details:') ? readHead(line.text.trim()) : undefined;
      if (inner !== undefined && isExceptionName(inner.type))
        detail ??= { ...inner, frames, at: line.at, relation: 'cause' };
      const frame = nodeFrameOf(line.text) ?? placeOf(line.text);
      if (frame !== undefined) frames.push({ ...frame, at: line.at });
      else if (frames.length === 0 && !/^\s*(?:>? {0,3}\d* ?\||Stack:$|Cause:$)/.test(line.text))
        message.push(line.text.trim());
      if (line.text.trim() !== '') end = index + 1;
    }
    const named = readHead(text);
    const head = named !== undefined && isLikelyType(named.type) ? named : undefined;
    const said = [head?.message ?? text, ...message].join('\n').trim();
    const facts = {
      type: head?.type ?? 'error',
      message: said,
      code: head?.code,
      frames,
    };
    const { trace, next } = single(lines, headAt, end, facts);
    const span: Trace['span'] = [(lines[from] as Line).at, trace.span[1]];
    if (detail === undefined) return { next, trace: { ...trace, span } };
    // Jest encountered an unexpected token … Details: … SyntaxError: message
    const reported = { ...(trace.exceptions[0] as Exception), frames: [] };
    return { next, trace: { ...trace, exceptions: [reported, detail], root: 1, span } };
  },
};

/** A test's name; one without its suite's, and Jasmine's label, needs what stands below it. */
function isStart(lines: Line[], index: number): boolean {
  const text = (lines[index] as Line).text.slice(0, 600);
  //  FAIL  basket.test.js > adds prices   ·     ● basket › adds prices   ·   ● Test suite failed to run
  if (/^\s*FAIL {1,2}\S.{0,300}? > |^\s*● (?:.{1,200} › |Test suite failed to run)/.test(text)) return true;
  //   ● adds prices, a blank line, and the error further in
  if (/^\s*● \S/.test(text))
    return lines[index + 1]?.text === '' && /^\s{4,}\S/.test(lines[index + 2]?.text ?? '');
  //   Message:
  //     Expected 4 to be 5.
  //   Stack:
  if (!/^\s*Message:$/.test(text)) return false;
  return lines.slice(index + 2, index + 20).some((line) => /^\s*Stack:$/.test(line.text));
}

const isEnd = (lines: Line[], index: number) =>
  isStart(lines, index) ||
  /^⎯{3}|^Test Suites: |^\s*Test Files |^\s*(?:FAIL|PASS) |^\d+\) |^\d+ specs?, /.test(
    (lines[index] as Line).text,
  );

//  ❯ total basket.js:2:16
function placeOf(text: string): Omit<Frame, 'at'> | undefined {
  const match = /^\s*❯ (?:(\S{1,200}) )?(\S{1,400}?):(\d+):(\d+)$/.exec(text.slice(0, 800));
  if (match?.[2] === undefined) return undefined;
  const named = match[1] === undefined ? {} : { function: match[1] };
  return {
    file: match[2],
    line: Number(match[3]),
    column: Number(match[4]),
    ...named,
    ...originOf(match[2]),
  };
}
