import { languages } from '../../languages.ts';
import { type Format, parseResult } from '../../format.ts';
import { parseHeader } from '../../exception-header.ts';
import type { Line } from '../../line.ts';
import { joinMessage, findMessageEnd } from '../../message.ts';
import { matchLocation } from '../../location.ts';
import type { Exception } from '../../types.ts';

const MAX_LINES = 4_000;

/** IPython's and Jupyter's trace: the type stands first, the message last, each frame with its source. */
export const ipython: Format = {
  id: 'ipython',
  language: languages.python,
  triggers: ['Traceback (most'],
  isOldestFirst: true,
  lineStarts: {
    // KeyError Traceback (most recent call last) · Cell In[1], line 4 · File ~/a.py:12, in f · ----> 4 return
    inside: [
      '\\w{0,100}(?:Error|Interrupt|Exit) {1,80}Traceback \\(most',
      'Cell In ?\\[',
      'File \\S{1,300}:\\d+, in ',
      '-{3,}> \\d+ ',
    ],
  },
  parse(lines, from) {
    const line = lines[from] as Line;
    // KeyError                                  Traceback (most recent call last)
    const type = /^(\S{1,200}) {2,}Traceback \(most recent call last\)/.exec(line.text)?.[1];
    if (type === undefined) return undefined;
    const exception: Exception = { type, message: '', frames: [], inputLine: line.inputLine };
    let end = from + 1;
    for (let index = end; index < lines.length && index < from + MAX_LINES; index++) {
      const { text, inputLine } = lines[index] as Line;
      const frame = parseFrame(text);
      const head = parseHeader(text);
      if (frame !== undefined) exception.frames.push({ ...frame, inputLine });
      else if (head !== undefined && (head.type === type || head.type.endsWith(`.${type}`))) {
        end = findMessageEnd(lines, index + 1, () => false);
        exception.type = head.type;
        exception.message = joinMessage(head.message, lines, index + 1, end);
        exception.inputLine = inputLine;
        break;
      } else if (/^-{20,}$/.test(text)) break;
      if (text.trim() !== '') end = index + 1;
    }
    return parseResult(lines, from, end, { exceptions: [exception] });
  },
};

const FRAMES = [
  // Cell In[3], line 1 · Cell In[1], line 4, in total(names) · Input In [3], in <cell line: 1>()
  // <ipython-input-1-abc> in <module> · ~/x.py in fn(args)
  /^(?<file>(?:Cell|Input) In ?\[\d+\]|<ipython-input-\S{1,80}>|[~/]\S{1,400}\.py(?= ))(?:, line (?<line>\d+))?(?:,? in (?<name>[^(]{1,400})|$)/,
  // File ~/x.py:589, in Session.request(…)
  /^File (?<file>\S.{0,400}?):(?<line>\d+)(?:, in (?<name>[^(]{1,400})|$)/,
];

const parseFrame = (text: string) => matchLocation(FRAMES, text.slice(0, 1000));
