import { type Format, single } from '../format.ts';
import { readHead } from '../head.ts';
import type { Line } from '../line.ts';
import type { Frame } from '../types.ts';
import { frameOf as nodeFrameOf, origin } from './node/frame.ts';

const MAX_LINES = 400;

/** Reports of Vitest and Jest: a bar with the test's name, the error, then its places; each test is a trace. */
export const vitest: Format = {
  id: 'vitest',
  hint: /^\s*FAIL {1,2}\S.* > |^\s*● .+ › /,
  read(lines, from) {
    if (!isStart((lines[from] as Line).text)) return undefined;
    let headAt = from + 1;
    while (headAt < lines.length && headAt < from + 4 && (lines[headAt] as Line).text.trim() === '') headAt++;
    const text = lines[headAt]?.text.trim() ?? '';
    if (text === '') return undefined;
    const message: string[] = [];
    const frames: Frame[] = [];
    let end = headAt + 1;
    for (let index = headAt + 1; index < lines.length && index < from + MAX_LINES; index++) {
      const line = lines[index] as Line;
      if (isEnd(line.text)) break;
      const frame = nodeFrameOf(line.text) ?? placeOf(line.text);
      if (frame !== undefined) frames.push({ ...frame, at: line.at });
      else if (frames.length === 0 && !/^\s*(?:>? ?\d* ?\||>? ?\d+ \|)/.test(line.text))
        message.push(line.text.trim());
      if (line.text.trim() !== '') end = index + 1;
    }
    const head = readHead(text);
    const said = [head?.message ?? text, ...message].join('\n').trim();
    const facts = {
      format: 'vitest',
      language: 'javascript',
      type: head?.type ?? 'error',
      message: said,
      code: head?.code,
      frames,
    };
    const { trace, next } = single(lines, headAt, end, facts);
    return { next, trace: { ...trace, span: [(lines[from] as Line).at, trace.span[1]] } };
  },
};

//  FAIL  basket.test.js > adds prices   ·     ● basket › adds prices
const isStart = (text: string) => /^\s*FAIL {1,2}\S.{0,300}? > |^\s*● .{1,200} › /.test(text.slice(0, 600));
const isEnd = (text: string) =>
  isStart(text) || /^⎯{3}|^Test Suites: |^\s*Test Files |^\s*(?:FAIL|PASS) /.test(text);

//  ❯ total basket.js:2:16
function placeOf(text: string): Omit<Frame, 'at'> | undefined {
  const match = /^\s*❯ (?:(\S{1,200}) )?(\S{1,400}?):(\d+):(\d+)$/.exec(text.slice(0, 800));
  if (match?.[2] === undefined) return undefined;
  const named = match[1] === undefined ? {} : { function: match[1] };
  return { file: match[2], line: Number(match[3]), column: Number(match[4]), ...named, ...origin(match[2]) };
}
