import { type Format, reading } from '../format.ts';
import { readHead } from '../head.ts';
import type { Line } from '../line.ts';
import { joinMessage, messageEnd } from '../message.ts';
import type { Exception, Frame } from '../types.ts';
import { place } from './python/frame.ts';

const MAX_LINES = 4_000;

/** IPython's and Jupyter's trace: the type stands first, the message last, each frame with its source. */
export const ipython: Format = {
  id: 'ipython',
  language: 'python',
  hint: 'Traceback (most',
  read(lines, from) {
    const line = lines[from] as Line;
    // KeyError                                  Traceback (most recent call last)
    const type = /^(\S{1,200}) {2,}Traceback \(most recent call last\)/.exec(line.text)?.[1];
    if (type === undefined) return undefined;
    const exception: Exception = { type, message: '', frames: [], at: line.at };
    let end = from + 1;
    for (let index = end; index < lines.length && index < from + MAX_LINES; index++) {
      const { text, at } = lines[index] as Line;
      const frame = frameOf(text);
      const head = readHead(text);
      if (frame !== undefined) exception.frames.push({ ...frame, at });
      else if (head !== undefined && (head.type === type || head.type.endsWith(`.${type}`))) {
        end = messageEnd(lines, index + 1, () => false);
        exception.type = head.type;
        exception.message = joinMessage(head.message, lines, index + 1, end);
        exception.at = at;
        break;
      } else if (/^-{20,}$/.test(text)) break;
      if (text.trim() !== '') end = index + 1;
    }
    return reading(lines, from, end, {
      exceptions: [exception],
      reported: 0,
      root: 0,
    });
  },
};

const FRAMES = [
  // Cell In[3], line 1 · Cell In[1], line 4, in total(names) · Input In [3], in <cell line: 1>()
  /^((?:Cell|Input) In ?\[\d+\])(?:, line (\d+))?(?:, in (.{1,300}))?$/,
  // File ~/x.py:589, in Session.request(…)
  /^File (\S.{0,400}?):(\d+)(?:, in (.{1,500}))?$/,
  // <ipython-input-1-abc> in <module> · ~/x.py in fn(args)
  /^(<ipython-input-\S{1,80}>|[~/]\S{1,400}\.py)() in (.{1,300})$/,
];

function frameOf(text: string): Omit<Frame, 'at'> | undefined {
  for (const pattern of FRAMES) {
    const match = pattern.exec(text.slice(0, 1000));
    if (match?.[1] === undefined) continue;
    const name = match[3]?.replace(/\(.*$/, '');
    return {
      file: match[1],
      ...(match[2] ? { line: Number(match[2]) } : {}),
      ...(name === undefined ? {} : { function: name }),
      ...place(match[1]),
    };
  }
  return undefined;
}
